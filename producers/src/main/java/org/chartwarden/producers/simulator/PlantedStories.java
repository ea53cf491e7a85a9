package org.chartwarden.producers.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Everything that is planted in the large hospital: the small one's stories, whose incidents are blatant and whose
 * innocents look like them, and a subtle incident of each kind. Each has a day of its own among the later ones, so that
 * what reaches back over days does so through the hospital's ordinary life.
 */
final class PlantedStories {

    private final HospitalPlan plan;
    private final Cast cast;
    private final List<Script> scripts = new ArrayList<>();
    private final List<Variant> variants = new ArrayList<>();

    private PlantedStories(HospitalPlan plan, Cast cast) {
        this.plan = plan;
        this.cast = cast;
    }

    static PlantedStories tell(HospitalPlan plan, Cast cast) {
        PlantedStories stories = new PlantedStories(plan, cast);
        List<Story> blatant = Stories.all();
        for (int number = 0; number < blatant.size(); number++) {
            blatant.get(number).tell(stories.script(Variant.BLATANT, stories.day(number)));
        }
        List<Consumer<Scene>> subtle = Stream.of(SubtleCuriosity.all(), SubtleSeries.all(), SubtleWays.all())
                .flatMap(List::stream)
                .toList();
        for (int number = 0; number < subtle.size(); number++) {
            int day = stories.day(number);
            subtle.get(number).accept(new Scene(stories.script(Variant.SUBTLE, day), cast, day));
        }
        return stories;
    }

    /** In turn over the second half of the days. */
    private int day(int number) {
        int first = plan.days() / 2;
        return first + number % (plan.days() - first);
    }

    private Script script(Variant variant, int day) {
        // The first series is the small hospital's, whose own people live between.
        Script script = new Script(plan.day(day), scripts.size() + 1);
        scripts.add(script);
        variants.add(variant);
        return script;
    }

    List<Script> scripts() {
        return List.copyOf(scripts);
    }

    Variant variantOf(int script) {
        return variants.get(script);
    }
}
