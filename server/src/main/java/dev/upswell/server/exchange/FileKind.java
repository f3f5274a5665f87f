package dev.upswell.server.exchange;

import java.util.Arrays;
import java.util.List;

/// The kinds of files that a model can be taken out of, and brought into, the registry with.
public enum FileKind {
    /// The open format that other tools read.
    ONNX("onnx", ".onnx"),
    /// The artefact and its record, byte for byte.
    UPSWELL("upswell", ".upswell");

    /// The words for them.
    public static final List<String> LABELS = Arrays.stream(values()).map(FileKind::label).toList();

    private final String label;
    private final String ending;

    FileKind(String label, String ending) {
        this.label = label;
        this.ending = ending;
    }

    /// The word for it on the command line and in addresses.
    public String label() {
        return label;
    }

    /// How names of such files end.
    public String ending() {
        return ending;
    }

    /// The kind with this label.
    ///
    /// **errors** `IllegalArgumentException` when there is none.
    public static FileKind of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "format (" + label + ") must be one of " + LABELS + "\nMaybe check the spelling."));
    }
}
