package dev.upswell.server.collect.page;

import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportPreview;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.intake.Intake;
import dev.upswell.server.collect.intake.PreviewTable;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.ComplianceRefused;
import dev.upswell.server.comply.Verdict;
import dev.upswell.server.mapping.Guess;
import dev.upswell.server.mapping.MappingDraft;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes files from the pages into the background import.
public final class QueuedFileIntake implements FileIntake {

    /// By what the audit trail calls who confirmed a mapping on the preview page.
    private static final String CONFIRMED = "preview page";

    private final Intake intake;
    private final Compliance compliance;

    public QueuedFileIntake(Intake intake, Compliance compliance) {
        this.intake = intake;
        this.compliance = compliance;
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
                    yield tried(columns, guess, new MappingAnswers(guess.draft(null), null, ""));
                }
            };
        } catch (ImportRefused refused) {
            return new Preview.Refused(new Preview.File(fileName, counted.bytes), Intake.words(refused));
        }
    }

    private static Preview recognised(Intake.Looked looked) {
        PreviewTable table = PreviewTable.of(looked.preview());
        return new Preview.Recognised(looked.token(), new Preview.File(looked.name(), looked.bytes()),
                looked.preview().format().label(), content(table, looked.preview().remarks()), dating(table));
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
            PreviewTable table = PreviewTable.of(preview, targets(answers));
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
        return new ImportOptions(null, answers.observedAt(),
                answers.draft().mapping("of these columns", answers.observedAt()));
    }

    /// The meanings of columns in the words of previews.
    private static Map<String, String> targets(MappingAnswers answers) {
        Map<String, String> targets = new HashMap<>();
        for (MappingDraft.Column column : answers.draft().columns()) {
            switch (column.role()) {
                case IGNORE, CLOCK -> {
                    // Nothing of its own is stored.
                }
                case OBSERVED -> targets.put(column.name(), "observedAt");
                case POSTED -> targets.put(column.name(), "createdAt");
                case HASHTAGS -> targets.put(column.name(), "hashtag");
                case URL -> targets.put(column.name(), "video");
                case NAME -> targets.put(column.name(), nameOf(answers.draft().kind()));
                case KIND, ID, VIEWS, LIKES, COMMENTS, SHARES, SAVES, POSTS, FOLLOWERS, CAPTION, DURATION,
                        CREATOR, SOUND ->
                    targets.put(column.name(), column.role().label());
            }
        }
        return targets;
    }

    /// What a name says: of hashtags and creators it is what they are known by.
    private static String nameOf(@Nullable EntityKind kind) {
        return switch (kind) {
            case null -> "id";
            case HASHTAG, CREATOR -> kind.label();
            case SOUND, VIDEO -> "name";
        };
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
            ImportOptions options = options(answers);
            String source = String.valueOf(answers.draft().source()).strip();
            if (compliance.terms().store(source) instanceof Verdict.Denied denied) {
                if (answers.purpose().isBlank() || compliance.rules().stream()
                        .anyMatch(rule -> rule.source().equals(source) && !rule.allowed())) {
                    return Optional.of(denied.why() + " " + denied.advice());
                }
                beginAllowed(token, options, source, answers.purpose());
            } else {
                beginKept(token, options);
            }
            return Optional.empty();
        } catch (MappingRefused e) {
            return Optional.of(String.join("; ", e.problems()));
        } catch (ComplianceRefused e) {
            return Optional.of(e.what() + " " + e.advice());
        }
    }

    /// Allows the source first, since the import may run at once; a rule without an import is taken back.
    private void beginAllowed(String token, ImportOptions options, String source, String purpose) {
        compliance.allow(source, purpose, CONFIRMED);
        boolean begun = false;
        try {
            beginKept(token, options);
            begun = true;
        } finally {
            if (!begun) {
                compliance.forget(source, CONFIRMED);
            }
        }
    }

    private void beginKept(String token, ImportOptions options) {
        switch (intake.begin(token, options)) {
            case Intake.Begun.Accepted _ -> {
                // The data page shows how far it is.
            }
            case Intake.Begun.Unknown _ -> throw WebProblem.unusable(Sentence.of("problem.token"));
            case Intake.Begun.Full _ -> throw full();
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
