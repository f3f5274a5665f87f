package dev.upswell.server.collect.page;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportPreview;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.intake.Intake;
import dev.upswell.server.collect.intake.MappedIntake;
import dev.upswell.server.collect.intake.PreviewTable;
import dev.upswell.server.comply.ComplianceRefused;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.Guess;
import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.mapping.MappingDraft;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes files from the pages into the background import.
public final class QueuedFileIntake implements FileIntake {

    /// By what the audit trail calls who confirmed a mapping on the preview page.
    private static final String CONFIRMED = "preview page";

    private final Intake intake;
    private final MappedIntake confirmed;
    private final KeptMappings mappings;

    public QueuedFileIntake(Intake intake, MappedIntake confirmed, KeptMappings mappings) {
        this.intake = intake;
        this.confirmed = confirmed;
        this.mappings = mappings;
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
            return switch (intake.see(fileName, counted)) {
                case Intake.Seen.Known(Intake.Looked looked) -> recognised(looked);
                case Intake.Seen.Columns columns -> {
                    Guess guess = Guess.of(columns.head());
                    yield tried(columns, guess,
                            new MappingAnswers(guess.draft(null), null, ProposedName.of(columns.name(), used()), ""));
                }
            };
        } catch (ImportRefused refused) {
            return new Preview.Refused(new Preview.File(fileName, counted.bytes), Intake.words(refused));
        }
    }

    private static Preview recognised(Intake.Looked looked) {
        PreviewTable table = PreviewTable.of(looked.preview());
        KeptMapping kept = looked.preview().kept();
        return new Preview.Recognised(looked.token(), new Preview.File(looked.name(), looked.bytes()),
                looked.preview().format().label(), content(table, looked.preview().remarks()), dating(table),
                kept == null ? null : kept.id());
    }

    @Override
    public Optional<Guess> guess(String token) {
        return intake.columns(token).map(columns -> Guess.of(columns.head()));
    }

    @Override
    public Optional<Preview> mapped(String token, MappingAnswers answers) {
        return intake.columns(token).map(columns -> tried(columns, Guess.of(columns.head()), answers));
    }

    private Preview tried(Intake.Seen.Columns columns, Guess guess, MappingAnswers answers) {
        var file = new Preview.File(columns.name(), columns.bytes());
        try {
            ImportPreview preview = intake.tried(columns.token(), options(answers)).orElseThrow(
                    () -> WebProblem.unusable(Sentence.of("problem.token")));
            PreviewTable table = PreviewTable.of(preview);
            return new Preview.Mapping(columns.token(), file, guess, answers, List.of(),
                    content(table, preview.remarks()), refusals(preview));
        } catch (MappingRefused e) {
            return new Preview.Mapping(columns.token(), file, guess, answers, e.problems(), null, List.of());
        } catch (ImportRefused e) {
            return new Preview.Mapping(columns.token(), file, guess, answers, List.of(Intake.words(e)), null,
                    List.of());
        }
    }

    private static ImportOptions options(MappingAnswers answers) {
        return new ImportOptions(null, answers.observedAt(), mapping(answers));
    }

    private static ColumnMapping mapping(MappingAnswers answers) {
        return answers.draft().mapping("of these columns", answers.observedAt());
    }

    private Set<String> used() {
        return mappings.list().stream().map(kept -> kept.id().name()).collect(Collectors.toSet());
    }

    @Override
    public Optional<Preview> changed(String token) {
        return intake.columns(token).flatMap(columns -> {
            List<String> names = columns.head().columns();
            return mappings.fitting(names).map(kept -> tried(columns, Guess.of(columns.head()), new MappingAnswers(
                    MappingDraft.of(kept.of(names), names), null, kept.id().name(), kept.confirmed().reason())));
        });
    }

    private static List<Preview.Refusal> refusals(ImportPreview preview) {
        List<Preview.Refusal> refusals = new ArrayList<>();
        for (ImportPreview.PreviewRow row : preview.rows()) {
            if (row.result() instanceof RowResult.Rejected no) {
                refusals.add(new Preview.Refusal(row.position().line(), no.reason().label(), no.detail()));
            }
        }
        return refusals;
    }

    @Override
    public Optional<String> beginMapped(String token, MappingAnswers answers) {
        if (intake.columns(token).isEmpty()) {
            throw WebProblem.unusable(Sentence.of("problem.token"));
        }
        try {
            ColumnMapping mapping = mapping(answers);
            switch (confirmed.begin(token, new MappedIntake.Wish(mapping, answers.observedAt(), answers.name(),
                    answers.purpose(), CONFIRMED))) {
                case Intake.Begun.Accepted _ -> {
                    // The data page shows how far it is.
                }
                case Intake.Begun.Unknown _ -> throw WebProblem.unusable(Sentence.of("problem.token"));
                case Intake.Begun.Full _ -> throw full();
            }
            return Optional.empty();
        } catch (MappingRefused e) {
            return Optional.of(String.join("; ", e.problems()));
        } catch (ComplianceRefused e) {
            return Optional.of(e.what() + " " + e.advice());
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
