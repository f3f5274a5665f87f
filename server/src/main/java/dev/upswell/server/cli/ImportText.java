package dev.upswell.server.cli;

import dev.upswell.server.collect.FileReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What became of a file, in lines for people.
public final class ImportText {

    private ImportText() {
    }

    /// What came of one file, line by line.
    public static List<String> of(FileReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("%s  (%s)".formatted(report.name(), report.format().label()));
        lines.add("  rows        %,d read = %,d stored + %,d duplicate + %,d quarantined".formatted(report.rowsRead(),
                report.stored(), report.duplicate(), report.quarantinedRows()));
        lines.add("  readings    %,d stored%s".formatted(report.observations(),
                report.from() == null ? "" : ", %s to %s".formatted(report.from(), report.to())));
        if (!report.entities().isEmpty()) {
            lines.add("  about       "
                    + report.entities().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                            .map(kind -> "%,d %ss".formatted(kind.getValue(), kind.getKey().label()))
                            .collect(Collectors.joining(", ")));
        }
        report.quarantined().entrySet().stream().sorted((a, b) -> Long.compare(b.getValue(), a.getValue())).forEach(
                reason -> lines.add("  quarantined %,d × %s".formatted(reason.getValue(), reason.getKey().meaning())));
        report.notes().forEach(note -> lines.add("  note        " + note));
        if (report.problem() != null) {
            lines.add("  incomplete  " + report.problem());
        }
        return lines;
    }
}
