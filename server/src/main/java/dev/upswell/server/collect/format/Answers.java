package dev.upswell.server.collect.format;

import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.json.Envelopes;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RowMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Opens answers of providers, whose format is known and which may hold no item.
public final class Answers {

    private Answers() {
    }

    /// The answer as something to read.
    ///
    /// @param name how messages call it
    public static ImportSource source(String name, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new ImportSource(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /// Its items: of the list in it or that it is; where it is about one thing without a list, that.
    public static OpenFile open(ImportSource answer, RowMapper mapper) {
        Opened opened = Opened.of(answer);
        String head = new String(opened.head(), StandardCharsets.UTF_8);
        JsonShape shape = head.stripLeading().startsWith("[") || Envelopes.holdsOne(head)
                ? JsonShape.DOCUMENT
                : JsonShape.ENVELOPE;
        return new JsonFile(opened, shape.rows(opened), mapper, List.of());
    }
}
