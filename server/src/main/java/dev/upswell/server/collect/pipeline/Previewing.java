package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.ImportPreview;
import dev.upswell.server.collect.ImportPreview.PreviewRow;
import dev.upswell.server.collect.RowNote;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.kept.KeptOpening;
import dev.upswell.server.collect.row.GateTally;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.collect.row.StoreGate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Reads and maps the first rows of a file, and stores nothing.
final class Previewing {

    private static final int ROWS = 20;

    private Previewing() {
    }

    /// @param gate what rows pass that say their source themselves; of others the reader may allow it yet
    static ImportPreview of(String name, KeptOpening.Opened opened, MappingContext context, StoreGate gate) {
        OpenFile file = opened.file();
        List<PreviewRow> rows = new ArrayList<>();
        Set<RowNote> notes = EnumSet.noneOf(RowNote.class);
        for (RawRow row = file.next(); row != null && rows.size() < ROWS; row = file.next()) {
            RowMapper mapper = file.mapper();
            RowResult mapped = mapper.map(row, context);
            String source = mapper.contentSource(row);
            RowResult result = source.equals(mapper.contentSource())
                    ? mapped
                    : gate.pass(row, mapped, source, new GateTally());
            rows.add(new PreviewRow(row.position(), row.excerpt(), result));
            if (result instanceof RowResult.Mapped sound) {
                notes.addAll(sound.notes());
            }
        }
        List<String> remarks = new ArrayList<>(opened.remarks());
        remarks.addAll(file.remarks());
        notes.forEach(note -> remarks.add(note.meaning()));
        file.problem().ifPresent(remarks::add);
        return new ImportPreview(name, file.mapper().format(), file.columns(), file.mapper().recognised(file.columns()),
                rows, remarks, opened.options().mapping(), opened.options().kept());
    }
}
