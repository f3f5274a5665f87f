package dev.upswell.server.collect.page;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.intake.Intake;
import dev.upswell.server.collect.intake.PreviewTable;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes files from the pages into the background import.
public final class QueuedFileIntake implements FileIntake {

    private final Intake intake;

    public QueuedFileIntake(Intake intake) {
        this.intake = intake;
    }

    @Override
    public List<String> formats() {
        return FileFormat.detected().stream().map(FileFormat::label).toList();
    }

    @Override
    public long largest() {
        return intake.largest();
    }

    @Override
    public Preview preview(String fileName, InputStream content) throws IOException {
        Counted counted = new Counted(content);
        try {
            Intake.Looked looked = intake.look(fileName, counted, ImportOptions.AUTO);
            PreviewTable table = PreviewTable.of(looked.preview());
            return new Preview.Recognised(looked.token(), new Preview.File(looked.name(), looked.bytes()),
                    looked.preview().format().label(), content(table, looked.preview().remarks()), dating(table));
        } catch (ImportRefused refused) {
            return new Preview.Refused(new Preview.File(fileName, counted.bytes), Intake.words(refused));
        }
    }

    private static Preview.Dating dating(PreviewTable table) {
        if (!table.needsObservedAt()) {
            return Preview.Dating.GIVEN;
        }
        return table.refusedUndated() ? Preview.Dating.REFUSED : Preview.Dating.CONTENT;
    }

    private static Preview.Content content(PreviewTable table, List<String> remarks) {
        return new Preview.Content(
                table.fields().stream().map(field -> new Preview.Field(field.name(), field.target())).toList(),
                table.rows(),
                table.from(), table.to(), table.looked(), table.refused(), remarks);
    }

    @Override
    public boolean begin(String token, @Nullable Instant observedAt) {
        return switch (intake.begin(token, new ImportOptions(null, observedAt))) {
            case Intake.Begun.Accepted _ -> true;
            case Intake.Begun.Unknown _ -> false;
            case Intake.Begun.Full _ -> throw full();
        };
    }

    @Override
    public void beginSample() {
        if (intake.beginSample() instanceof Intake.Begun.Full) {
            throw full();
        }
    }

    private static WebProblem full() {
        return WebProblem.conflict(Sentence.of("problem.import.full"));
    }

    /// Counts what was read, so that the size of a refused file can be told.
    private static final class Counted extends FilterInputStream {

        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            bytes += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
