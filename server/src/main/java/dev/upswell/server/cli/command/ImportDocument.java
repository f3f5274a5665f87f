package dev.upswell.server.cli.command;

import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.mapping.MappingVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What `import --json` prints: for each file `rowsRead = stored + duplicate + Σ quarantined`.
record ImportDocument(List<File> files, double seconds) {

    /// One file.
    ///
    /// @param format absent when the file was refused
    /// @param mapping the kept mapping that read it; absent when none did
    /// @param problem why the file was refused or ended early; absent when it was read whole
    record File(String path, @Nullable String format, long rowsRead, long stored, long duplicate,
            Map<String, Long> quarantined, long observations, Map<String, Long> entities, @Nullable Instant from,
            @Nullable Instant to, List<String> notes, @Nullable String problem, @Nullable MappingVersion mapping) {

        static File of(Path path, FileReport report) {
            return new File(path.toString(), report.format().label(), report.rowsRead(), report.stored(),
                    report.duplicate(), named(report.quarantined(), RejectReason::label), report.observations(),
                    named(report.entities(), EntityKind::label), report.from(), report.to(), report.notes(),
                    report.problem(), report.mapping());
        }

        static File refused(Path path, String problem) {
            return new File(path.toString(), null, 0, 0, 0, Map.of(), 0, Map.of(), null, null, List.of(), problem,
                    null);
        }

        private static <K> Map<String, Long> named(Map<K, Long> counts, Function<K, String> label) {
            Map<String, Long> named = new TreeMap<>();
            counts.forEach((key, count) -> named.put(label.apply(key), count));
            return named;
        }
    }
}
