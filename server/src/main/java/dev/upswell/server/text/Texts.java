package dev.upswell.server.text;

import dev.upswell.embed.EmbeddingFormat;
import dev.upswell.embed.JointVectors;
import dev.upswell.embed.SentenceVectors;
import dev.upswell.embed.Vector;
import dev.upswell.language.Keywords;
import dev.upswell.language.LanguageGuess;
import dev.upswell.language.Term;
import dev.upswell.language.TermUse;
import dev.upswell.language.TextTokens;
import dev.upswell.learn.Fingerprint;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the captions of a tenant say, kept up with what is collected.
///
/// Each run makes vectors of captions that are new or changed, in batches of one transaction each, so that a kill leaves whole batches done
/// and the rest for the next run; what is no longer stored goes.
public final class Texts {

    private static final String WORK = "texts";
    private static final int BATCH = 64;
    private static final int KEYWORDS = 8;
    private static final long SEED = 1;
    /// A version that knows less of a week's words is out of date.
    private static final double KNOWN = .8;
    /// And so is one learnt from so many times fewer captions.
    private static final int GROWN = 4;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int SHARED = 2_000;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final String codeVersion;
    private final Supplier<Optional<SentenceVectors>> sentences;
    private final StoredCaptionRepository stored;
    private final TextRepository rows = new TextRepository();

    /// @param sentences loads the sentence model where there is one; each is closed at the end of a run
    public Texts(TenantId tenant, Database database, InstantSource clock, String codeVersion,
            Supplier<Optional<SentenceVectors>> sentences) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.codeVersion = codeVersion;
        this.sentences = sentences;
        this.stored = new StoredCaptionRepository(database);
    }

    /// What a run did.
    ///
    /// @param captions stored ones
    /// @param made vectors that were made
    /// @param removed rows whose captions are no longer stored
    /// @param learnt whether a version was learnt
    public record Round(int captions, int made, int removed, boolean learnt) {
    }

    /// How texts stand.
    ///
    /// @param version null where none was learnt yet
    public record Status(@Nullable TextVersion version, long videos, List<InLanguage> languages) {
    }

    /// Videos whose captions are in a language.
    public record InLanguage(String language, long videos) {
    }

    /// Versions, and how many there are.
    public record Part(List<TextVersion> items, long total) {
    }

    /// A caption with its vector.
    public record Read(StoredCaption caption, VideoText text) {
    }

    /// The captions of these videos as they are stored, by video id; those of which none is are missing.
    ///
    /// **cost** one query of the lake
    public List<StoredCaption> captions(List<String> videos) {
        return videos.isEmpty() ? List.of() : stored.list(tenant, videos);
    }

    /// Makes what is missing; empty where another process is at it.
    ///
    /// @param anew whether a version is learnt even though the one that serves is good
    /// **errors** [TextRefused] when there are too few captions to learn from
    public Optional<Round> run(boolean anew) {
        Optional<TenantLocks.Held> lock = database.locks().tryAcquire(tenant, WORK);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (TenantLocks.Held held = lock.get()) {
            return Optional.of(work(anew));
        }
    }

    private Round work(boolean anew) {
        List<StoredCaption> captions = stored.list(tenant);
        Map<String, TextRepository.Made> made = database.transactions().call(tenant, rows::made);
        int removed = remove(captions, made.keySet());
        Optional<TextVersion> serving = database.transactions().call(tenant, rows::serving);
        List<StoredCaption> missing = missing(captions, made, serving);
        if (!anew && serving.isPresent() && missing.isEmpty()) {
            return new Round(captions.size(), 0, removed, false);
        }
        TermUse use = TermUse.in(captions.stream().map(StoredCaption::text).toList());
        try (Loaded model = new Loaded(sentences.get())) {
            Optional<JointVectors> known = serving.flatMap(version -> read(version, model.model()));
            if (!anew && known.isPresent() && !stale(known.get(), serving.orElseThrow(), captions, missing)) {
                make(missing, known.get(), serving.orElseThrow().id(), use);
                return new Round(captions.size(), missing.size(), removed, false);
            }
            JointVectors learnt = learn(captions, known, model.model());
            make(captions, learnt, serve(learnt, captions), use);
            return new Round(captions.size(), captions.size(), removed, true);
        }
    }

    /// Empty for a version that needs a sentence model which does not load here.
    private Optional<JointVectors> read(TextVersion version, Optional<SentenceVectors> model) {
        if (version.sentenceModel() != null && model.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(EmbeddingFormat
                .read(database.transactions().call(tenant, db -> rows.artefact(db, version.id())), model));
    }

    private boolean stale(JointVectors vectors, TextVersion version, List<StoredCaption> captions,
            List<StoredCaption> missing) {
        if (clock.instant().isBefore(version.madeAt().plus(WEEK))) {
            return false;
        }
        double known = missing.stream().mapToDouble(one -> vectors.known(one.text())).average().orElse(1);
        return known < KNOWN || captions.size() >= GROWN * version.captions();
    }

    private JointVectors learn(List<StoredCaption> captions, Optional<JointVectors> older,
            Optional<SentenceVectors> model) {
        List<TextTokens> texts = captions.stream().map(StoredCaption::text).toList();
        JointVectors learnt = JointVectors.from(texts, model, SEED).orElseThrow(() -> TextRefused.few(texts.size(),
                model.isPresent() ? JointVectors.LEAST : JointVectors.LEAST_LEARNT));
        return older.map(one -> learnt.turnedOnto(one, texts.subList(0, Math.min(SHARED, texts.size()))))
                .orElse(learnt);
    }

    private UUID serve(JointVectors learnt, List<StoredCaption> captions) {
        byte[] artefact = EmbeddingFormat.written(learnt);
        String texts = captions.stream().map(one -> one.video() + "\t" + one.text().text())
                .collect(Collectors.joining("\n"));
        TextVersion version = new TextVersion(UUID.randomUUID(), clock.instant(), captions.size(), learnt.terms(),
                learnt.model().orElse(null), SEED, Fingerprint.of(texts.getBytes(StandardCharsets.UTF_8)),
                codeVersion, Fingerprint.of(artefact), true);
        database.transactions().run(tenant, db -> rows.serve(db, version, artefact));
        return version.id();
    }

    private void make(List<StoredCaption> captions, JointVectors vectors, UUID version, TermUse use) {
        for (int from = 0; from < captions.size(); from += BATCH) {
            List<StoredCaption> batch = captions.subList(from, Math.min(captions.size(), from + BATCH));
            List<Vector> made = vectors.vectors(batch.stream().map(StoredCaption::text).toList());
            List<VideoText> texts = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                texts.add(text(batch.get(i), made.get(i), version, use));
            }
            database.transactions().run(tenant, db -> texts.forEach(one -> rows.put(db, one, clock.instant())));
        }
    }

    private static VideoText text(StoredCaption caption, Vector vector, UUID version, TermUse use) {
        LanguageGuess guess = LanguageGuess.of(caption.text());
        return new VideoText(caption.video(), version, hash(caption), guess.language(), guess.sure(),
                Keywords.of(caption.text(), use, KEYWORDS).stream().map(Term::text).toList(), vector);
    }

    private int remove(List<StoredCaption> captions, Set<String> made) {
        Set<String> there = captions.stream().map(StoredCaption::video).collect(Collectors.toSet());
        List<String> gone = made.stream().filter(video -> !there.contains(video)).sorted().toList();
        return gone.isEmpty() ? 0 : database.transactions().call(tenant, db -> rows.remove(db, gone));
    }

    private static List<StoredCaption> missing(List<StoredCaption> captions, Map<String, TextRepository.Made> made,
            Optional<TextVersion> serving) {
        return captions.stream().filter(one -> {
            TextRepository.Made row = made.get(one.video());
            return row == null || serving.isEmpty() || !row.version().equals(serving.get().id())
                    || !row.hash().equals(hash(one));
        }).toList();
    }

    private static String hash(StoredCaption caption) {
        return Fingerprint.of(caption.text().text().getBytes(StandardCharsets.UTF_8));
    }

    /// How texts stand.
    public Status status() {
        return database.transactions().call(tenant, db -> {
            List<InLanguage> languages = rows.languages(db).stream()
                    .map(one -> new InLanguage(one.language(), one.videos())).toList();
            return new Status(rows.serving(db).orElse(null),
                    languages.stream().mapToLong(InLanguage::videos).sum(), languages);
        });
    }

    /// Versions, the last first.
    public Part versions(int limit, int offset) {
        return database.transactions().call(tenant,
                db -> new Part(rows.versions(db, limit, offset), rows.countVersions(db)));
    }

    /// What is known of a video's caption.
    ///
    /// **errors** [TextRefused] when nothing is
    public VideoText get(String video) {
        return database.transactions().call(tenant, db -> rows.find(db, video))
                .orElseThrow(() -> TextRefused.unknown(video));
    }

    /// The caption of a video as it is stored; empty where it has none.
    public Optional<StoredCaption> caption(String video) {
        return stored.find(tenant, video);
    }

    /// The version that serves; empty before the first run.
    public Optional<TextVersion> serving() {
        return database.transactions().call(tenant, rows::serving);
    }

    /// The stored captions that have a vector of this version, by video id.
    public List<Read> read(TextVersion version) {
        Map<String, VideoText> texts = database.transactions().call(tenant, db -> rows.all(db, version.id()));
        List<Read> read = new ArrayList<>();
        for (var caption : stored.list(tenant)) {
            VideoText text = texts.get(caption.video());
            if (text != null) {
                read.add(new Read(caption, text));
            }
        }
        return read;
    }

    /// Works with the vectors that serve, and gives the sentence model back afterwards; empty before the first run, and where the version
    /// needs a sentence model that does not load here.
    public <T> Optional<T> withVectors(BiFunction<TextVersion, JointVectors, T> work) {
        Optional<TextVersion> serving = serving();
        if (serving.isEmpty()) {
            return Optional.empty();
        }
        try (Loaded model = new Loaded(serving.get().sentenceModel() == null ? Optional.empty() : sentences.get())) {
            return read(serving.get(), model.model()).map(vectors -> work.apply(serving.get(), vectors));
        }
    }

    /// A sentence model for the time of a piece of work.
    private record Loaded(Optional<SentenceVectors> model) implements AutoCloseable {

        @Override
        public void close() {
            model.ifPresent(SentenceVectors::close);
        }
    }
}
