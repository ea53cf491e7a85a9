package org.elasticsearch.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.elasticsearch.Build;

/**
 * Hands Elasticsearch a plugin that is on the class path already, instead of one installed as a folder of jars. It
 * lives in Elasticsearch's package because the constructor of {@link PluginsLoader} is visible only there.
 */
public final class ClasspathPluginsLoader extends PluginsLoader {

    private final PluginLayer layer;

    private ClasspathPluginsLoader(PluginBundle bundle, PluginLayer layer) {
        super(Set.of(bundle), Set.of(), Map.of());
        this.layer = layer;
    }

    /** @param noJars an existing folder without any jar: what the plugin would bring beside the class path */
    public static PluginsLoader of(Path noJars, Class<? extends Plugin> plugin) throws IOException {
        PluginDescriptor descriptor = new PluginDescriptor(
                plugin.getSimpleName(),
                "on the class path",
                "NA",
                Build.current().version(),
                Integer.toString(Runtime.version().feature()),
                plugin.getName(),
                null,
                List.of(),
                false,
                false,
                false,
                false);
        PluginBundle bundle = new PluginBundle(descriptor, noJars);
        return new ClasspathPluginsLoader(bundle, new ClasspathLayer(bundle, plugin.getClassLoader()));
    }

    @Override
    public Stream<PluginLayer> pluginLayers() {
        return Stream.of(layer);
    }

    private record ClasspathLayer(PluginBundle pluginBundle, ClassLoader pluginClassLoader) implements PluginLayer {

        @Override
        public ModuleLayer pluginModuleLayer() {
            return ModuleLayer.boot();
        }
    }
}
