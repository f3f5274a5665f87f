package dev.upswell.server.exchange;

import dev.upswell.learn.Fingerprint;
import dev.upswell.learn.ModelRecord;
import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;

/// A model's artefact with its record, as one file: a ZIP archive that is stored, not pressed, with `record.json` and
/// `model.bin`.
///
/// The same model gives the same bytes wherever it is written, and what was read is written again byte for byte.
///
/// @param artefact shared, not copied
record UpswellFile(ModelTask task, ModelRecord record, List<String> notes, byte[] artefact) {

    static final int LARGEST = 256 << 20;

    private static final int VERSION = 1;
    private static final String RECORD = "record.json";
    private static final String MODEL = "model.bin";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /// What `record.json` holds.
    private record Document(int version, String task, ModelRecord record, List<String> notes) {
    }

    byte[] bytes() {
        byte[] document = Json.write(new Document(VERSION, task.label(), record, notes))
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, RECORD, document);
            store(zip, MODEL, artefact);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /// **errors** [ExchangeRefused] when it is no such file, cut short, altered, or of a later version.
    static UpswellFile read(byte[] file) {
        Map<String, byte[]> parts = parts(file);
        byte[] json = parts.get(RECORD);
        byte[] artefact = parts.get(MODEL);
        if (json == null || artefact == null) {
            throw refused("it must hold " + RECORD + " and " + MODEL + ", but holds "
                    + (parts.isEmpty() ? "nothing" : String.join(", ", parts.keySet())));
        }
        Document document = document(json);
        if (document.version() > VERSION) {
            throw refused("its version " + document.version() + " is later than " + VERSION);
        }
        if (!Fingerprint.of(artefact).equals(document.record().artefactHash())) {
            throw refused("the model is not the one that its record was written for");
        }
        try {
            return new UpswellFile(ModelTask.of(document.task()), document.record(), document.notes(), artefact);
        } catch (IllegalArgumentException e) {
            throw ExchangeRefused.unusable(e);
        }
    }

    private static Document document(byte[] json) {
        try {
            Document document = Json.read(new String(json, StandardCharsets.UTF_8), Document.class);
            if (document == null || document.record() == null || document.task() == null || document.notes() == null) {
                throw refused("its record is not whole");
            }
            return document;
        } catch (JacksonException e) {
            throw refused("its record cannot be read: " + e.getOriginalMessage());
        }
    }

    private static Map<String, byte[]> parts(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // Only what is stored is as large as it looks.
                if (entry.getMethod() != ZipEntry.STORED) {
                    throw refused("its parts are pressed");
                }
                byte[] content = zip.readNBytes(LARGEST + 1);
                if (content.length > LARGEST || parts.size() > 1) {
                    throw refused("it holds more than a model and its record");
                }
                parts.put(entry.getName(), content);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused("it is cut short or damaged");
        }
        return parts;
    }

    private static ExchangeRefused refused(String why) {
        return ExchangeRefused.unusable("The file is no model of Upswell: " + why + ".",
                "Export it again: \"upswell models export ID --format upswell --out FILE\".");
    }
}
