package dev.upswell.server.collect.format;

import dev.upswell.server.collect.ImportRefused;
import java.nio.charset.StandardCharsets;

/// What sort of text a file holds, told from its first bytes.
enum Kind {
    CSV,
    JSON;

    /// **errors** `ImportRefused` when the file is empty or not text.
    static Kind of(Opened file) {
        refuseWhatIsNotText(file.name(), file.head());
        String start = new String(file.head(), StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        if (start.isEmpty()) {
            throw file.damage().problem()
                    .map(problem -> new ImportRefused(file.name() + ": " + problem, "Copy the file again."))
                    .orElseGet(() -> new ImportRefused("The file " + file.name() + " is empty.",
                            "Check that the export ended well."));
        }
        return start.startsWith("{") || start.startsWith("[") ? JSON : CSV;
    }

    private static void refuseWhatIsNotText(String name, byte[] head) {
        if (startsWith(head, 'P', 'K', 3, 4)) {
            throw new ImportRefused("The file " + name + " is a zip archive (or a spreadsheet, which is one).",
                    "Unpack it, or save the sheet as CSV, and import the files inside.");
        }
        if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
            throw new ImportRefused("The file " + name + " is UTF-16 text.", "Save it as UTF-8.");
        }
        int control = 0;
        for (byte b : head) {
            if (b == 0) {
                throw binary(name);
            }
            control += b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' ? 1 : 0;
        }
        if (control > head.length / 20) {
            throw binary(name);
        }
    }

    private static ImportRefused binary(String name) {
        return new ImportRefused("The file " + name + " is binary, not text.",
                "Export it as CSV, JSON or JSON lines, gzipped or plain.");
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
