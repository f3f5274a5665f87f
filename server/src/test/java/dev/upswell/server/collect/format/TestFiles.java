package dev.upswell.server.collect.format;

import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.mapper.Mappers;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// What the tests of reading share: files made of text or bytes, and rows as text.
final class TestFiles {

    private TestFiles() {
    }

    static ImportSource source(byte[] bytes) {
        return new ImportSource("test", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    static ImportSource source(String text) {
        return source(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static OpenFile open(ImportSource source) {
        return new ContentDetection(Mappers.all()).open(source, ImportOptions.AUTO);
    }

    /// The rows of a file, each as `line: values` or `line: !reason`, and at the end the problem, if there is one.
    static List<String> rows(ImportSource source) {
        List<String> rows = new ArrayList<>();
        try (OpenFile file = open(source)) {
            for (RawRow row = file.next(); row != null; row = file.next()) {
                rows.add(row.position().line() + ": " + switch (row) {
                    case RawRow.Csv csv -> String.join("|", csv.values());
                    case RawRow.Json json -> json.node().toString();
                    case RawRow.Broken broken -> "!" + broken.reason().label();
                });
            }
            file.problem().ifPresent(rows::add);
        }
        return rows;
    }
}
