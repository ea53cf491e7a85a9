package org.chartwarden.producers.simulator;

import java.util.List;

/** All stories, with at least one incident and one innocent lookalike of every rule. */
final class Stories {

    private Stories() {}

    static Script of(SimulationPlan plan) {
        Script script = new Script(plan);
        all().forEach(story -> story.tell(script));
        return script;
    }

    /** Each may be told once. */
    static List<Story> all() {
        return List.of(
                new CuriosityStories(),
                new PrivateLifeStories(),
                new SensitiveRecordStories(),
                new SerialStories(),
                new VolumeStories(),
                new ExportStories(),
                new WayInStories(),
                new WorkingTimeStories(),
                new PlaceStories(),
                new MachineStories(),
                new PurposeStories(),
                new PaperworkStories());
    }
}
