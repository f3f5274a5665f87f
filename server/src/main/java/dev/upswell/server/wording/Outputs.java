package dev.upswell.server.wording;

import dev.upswell.grounding.BlockedPhrases;
import dev.upswell.grounding.Check;
import dev.upswell.grounding.Verdict;
import dev.upswell.prompt.Acceptance;
import dev.upswell.prompt.Attention;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Worded texts of a tenant, what was discarded in their making, and what people said of them.
public final class Outputs {

    /// So many looks at one text count, so that no page can tell of it without end.
    private static final int MOST_LOOKS = 200;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final OutputRepository rows = new OutputRepository();

    /// The outputs of this tenant.
    public Outputs(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// What a person says of an output.
    public enum Word {
        /// It is good as it is.
        ACCEPT,
        /// It is to be another text.
        EDIT,
        /// It is not to be shown.
        REJECT
    }

    /// A verdict.
    ///
    /// @param text the edited text; null unless it is edited
    /// @param unchecked whether the edit is to stand although the checker objects to it
    /// @param dwell how long the output was in view before; null when that was not measured
    /// @param acted whether something was done because of it; null where nobody told
    public record Judged(Word word, @Nullable String text, boolean unchecked, @Nullable Duration dwell,
            @Nullable Boolean acted) {
    }

    /// A time that an output was in view on a page, as the page tells it: told by a browser, so bounded here.
    ///
    /// @param inView at most two minutes; what is longer counts as that
    /// @param acted whether a link of it was followed
    public record Look(Duration inView, boolean acted) {

        private static final Duration LONGEST = Duration.ofMinutes(2);

        public Look {
            if (inView.isNegative()) {
                throw new IllegalArgumentException(
                        "time in view (" + inView + ") must be 0 or more\nMaybe begin and end are swapped.");
            }
            inView = inView.compareTo(LONGEST) > 0 ? LONGEST : inView;
        }
    }

    /// An output as people read it.
    ///
    /// @param word what was said of it last; null when nothing was
    public record Line(UUID id, String purpose, String language, String text, Worded.Author by, @Nullable String model,
            List<Worded.Step> steps, long costMicros, long millis, Instant at, @Nullable Word word) {

        public Line {
            steps = List.copyOf(steps);
        }
    }

    void keep(KeptOutput output) {
        database.transactions().run(tenant, db -> rows.insert(db, output));
    }

    /// What the same question was answered, if that still lives and nobody edited or rejected it.
    Optional<KeptOutput> answered(String inputs) {
        return database.transactions().call(tenant, db -> rows.find(db, inputs, clock.instant()));
    }

    /// Phrases that are not wanted: those of the product and of the tenant.
    BlockedPhrases phrases() {
        return BlockedPhrases.standard().with(database.transactions().call(tenant, rows::phrases));
    }

    /// Adds a phrase that is not wanted.
    public void block(String phrase, String by) {
        database.transactions().run(tenant,
                db -> rows.block(db, phrase.strip().toLowerCase(Locale.ROOT), by, clock.instant()));
    }

    /// The newest outputs.
    public List<Line> list(int limit, int offset) {
        return database.transactions().call(tenant, db -> rows.list(db, limit, offset));
    }

    /// How many outputs there are.
    public long count() {
        return database.transactions().call(tenant, rows::count);
    }

    /// How often sentences were discarded by which rule, since an instant.
    public Map<String, Long> failures(Instant since) {
        return database.transactions().call(tenant, db -> rows.failures(db, since));
    }

    /// What became of the outputs of a prompt.
    public Acceptance acceptance(Purpose purpose, int prompt) {
        return database.transactions().call(tenant, db -> rows.acceptance(db, purpose.label(), prompt));
    }

    /// Keeps what a person says of an output; it replaces what was said before.
    ///
    /// **errors** [WordingRefused] when there is no such output, or an edit says more than its evidence and is not to stand unchecked.
    public void judge(UUID id, Judged judged, String by) {
        BlockedPhrases phrases = phrases();
        database.transactions().run(tenant, db -> {
            KeptOutput output = rows.find(db, id).orElseThrow(() -> WordingRefused.unknownOutput(id.toString()));
            String text = judged.word() == Word.EDIT ? judged.text() : null;
            boolean objected = false;
            if (text != null) {
                Verdict verdict = new Check(phrases, output.purpose().schema().longest()).of(text, output.evidence(),
                        output.language());
                objected = !verdict.holds();
                if (objected && !judged.unchecked()) {
                    throw WordingRefused.edit(verdict.failures());
                }
            }
            rows.judge(db, id, judged, text, objected, by, clock.instant());
        });
    }

    /// Counts a look at an output; who looked is not kept.
    ///
    /// **errors** [WordingRefused] when there is no such output.
    public void looked(UUID id, Look look) {
        database.transactions().run(tenant, db -> {
            if (rows.find(db, id).isEmpty()) {
                throw WordingRefused.unknownOutput(id.toString());
            }
            rows.looked(db, id, look, MOST_LOOKS);
        });
    }

    /// How long the texts of a prompt were in view, and because of how many something was done.
    public Attention attention(Purpose purpose, int prompt) {
        return database.transactions().call(tenant, db -> rows.attention(db, purpose.label(), prompt));
    }
}
