package dev.upswell.server.cli.alert;

import dev.upswell.server.vigil.RuleForm;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// What a rule asks, as it is typed.
final class RuleOptions {

    @Option(names = "--of", paramLabel = "KIND", defaultValue = "hashtag", description = "With make and preview: hashtag, sound, video or creator (default: hashtag).")
    private String kind = "hashtag";

    @Option(names = "--when", paramLabel = "CONDITION", description = "With make and preview: what must hold, such as \"velocity 24h above 0.5\", \"views_gained 1h up 50%%\", \"probability above 0.7\", \"fyp below 40\", \"flag emerging\"; up to five, all of which must.")
    private List<String> when = new ArrayList<>();

    @Option(names = "--scope", paramLabel = "SCOPE", defaultValue = "all", description = "With make and preview: all, watched, \"hashtag NAME\" or \"client NAME\" (default: all).")
    private String scope = "all";

    @Option(names = "--severity", paramLabel = "HOW", defaultValue = "warning", description = "With make: info, warning or urgent (default: warning).")
    private String severity = "warning";

    @Option(names = "--cool-down", paramLabel = "HOURS", defaultValue = "24", description = "With make and preview: for how many hours it does not ring of the same again (default: 24).")
    private int coolDown = 24;

    RuleForm form(String name) {
        return new RuleForm(name, kind, String.join(";", when), scope, severity, coolDown);
    }
}
