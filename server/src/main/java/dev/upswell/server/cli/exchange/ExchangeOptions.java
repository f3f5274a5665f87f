package dev.upswell.server.cli.exchange;

import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.exchange.Exchange;
import dev.upswell.server.exchange.FileKind;
import dev.upswell.server.exchange.ModelExchange;
import dev.upswell.server.exchange.ModelPush;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `upswell models export`, `import` and `push` take, and what they do.
public final class ExchangeOptions {

    /// Larger files are no models.
    private static final long LARGEST = 256L << 20;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "onnx", description = "export, import: onnx, which other tools read, or upswell, byte for byte (default: onnx).")
    private String format = "onnx";

    @Option(names = "--out", paramLabel = "FILE", description = "export: where to write; \"-\" is standard output.")
    private @Nullable Path out;

    @Option(names = "--to", paramLabel = "URL", defaultValue = "", description = "push: the MLflow server (default: the setting mlflow.url); the login comes from the settings.")
    private String to = "";

    /// An import as the command line prints it in JSON.
    private record ImportedDocument(UUID id, String name, String kind, ModelState state, String task, String featureSet,
            boolean known, List<String> notes) {
    }

    /// Writes the model as a file.
    public void export(Screen screen, Exchange exchange, RegisteredModel model) {
        FileKind kind = kind();
        Path file = out;
        if (file == null) {
            throw CommandFailed.wrongUse("where to write the model?",
                    "Name a file, for example --out " + model.kind() + kind.ending() + ".");
        }
        byte[] bytes = exchange.models().export(model, kind);
        try {
            if (file.toString().equals("-")) {
                screen.out().write(bytes);
                screen.out().flush();
                return;
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw CommandFailed.failed(file + " cannot be written.", "Check the folder, its rights and its space.");
        }
        screen.document(Map.of("model", model.id(), "format", kind.label(), "file", file.toString(), "bytes",
                bytes.length));
        screen.line("%s is in %s (%,d bytes, %s).".formatted(model.record().id(), file, bytes.length, kind.label()));
    }

    /// Takes a model in from a file.
    ///
    /// @param name of the file
    /// @param task of an ONNX file; the other kind says it itself
    public void take(Screen screen, Exchange exchange, @Nullable String name, ModelTask task, String by) {
        FileKind kind = kind();
        byte[] content = read(name);
        ModelExchange.Imported imported = switch (kind) {
            case ONNX -> exchange.models().importOnnx(content, task, by);
            case UPSWELL -> exchange.models().importUpswell(content, by);
        };
        RegisteredModel model = imported.model();
        screen.document(new ImportedDocument(model.id(), model.record().id(), model.kind(), model.state(),
                model.task().label(), model.record().featureSet(), imported.known(), model.notes()));
        screen.line(imported.known()
                ? "%s of %s was here already, as %s; nothing was changed.".formatted(model.record().id(),
                        model.task().label(), model.id())
                : "%s of %s came in as %s; %s".formatted(model.record().id(), model.task().label(), model.id(),
                        model.state() == ModelState.SHADOW
                                ? "it predicts in shadow now."
                                : "no model serves its task, so it waits. To let it serve: upswell models promote "
                                        + model.id()));
        model.notes().forEach(note -> screen.line("  " + note));
    }

    /// Pushes the model to an MLflow server.
    public void push(Screen screen, Exchange exchange, RegisteredModel model) {
        ModelPush.Pushed pushed = exchange.push().push(model, exchange.targets().at(to));
        screen.document(pushed);
        screen.line(pushed.known()
                ? "The server has it already, as version %s of %s; nothing was changed.".formatted(pushed.version(),
                        pushed.name())
                : "%s is version %s of %s there now (run %s).".formatted(model.record().id(), pushed.version(),
                        pushed.name(), pushed.run()));
    }

    private FileKind kind() {
        if (!FileKind.LABELS.contains(format)) {
            throw CommandFailed.wrongUse("--format must be " + String.join(" or ", FileKind.LABELS),
                    "Leave it out for onnx.");
        }
        return FileKind.of(format);
    }

    private static byte[] read(@Nullable String name) {
        if (name == null) {
            throw CommandFailed.wrongUse("which file?", "Name it: \"upswell models import FILE\".");
        }
        try {
            Path file = Path.of(name);
            if (Files.size(file) > LARGEST) {
                throw CommandFailed.failed(name + " is too large for a model.", "Name the file of a model.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandFailed.failed(name + " cannot be read.", "Check its name and its rights.");
        }
    }
}
