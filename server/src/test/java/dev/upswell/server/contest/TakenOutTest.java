package dev.upswell.server.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.Vector;
import dev.upswell.numeric.Dice;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.RankingColumns;
import dev.upswell.server.crowd.AudienceLearner;
import dev.upswell.server.crowd.CrowdLearning;
import dev.upswell.server.crowd.KeptCrowd;
import dev.upswell.server.crowd.TakenOut;
import dev.upswell.server.recommend.Configurations.State;
import dev.upswell.server.recommend.Hindsight;
import dev.upswell.server.recommend.Library;
import dev.upswell.server.recommend.Library.Did;
import dev.upswell.server.recommend.Recommendations;
import dev.upswell.server.recommend.index.TenantIndex;
import dev.upswell.server.recommend.person.KnownLibrary;
import dev.upswell.server.recommend.person.ProfiledTastes;
import dev.upswell.server.taste.Ground;
import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Subject;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.taste.Category;
import dev.upswell.taste.Taxonomy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rankers from videos that are taken out of what people did: people watched videos of noodles and of chess, and every third is so good that
/// nearly all like it, which no formula knows. None of them was ever shown a list.
@Tag("slow")
class TakenOutTest {

    private static final int OF_EACH = 40;
    private static final int MET = 40;

    private final Library library = new Library();
    private final AtomicReference<@Nullable Instant> tried = new AtomicReference<>();
    private Instant now = Library.NOON;

    @TempDir
    private Path folder;

    private static Category category(String tag) {
        Vector vector = new HashedVectors().vector(tag + " #" + tag);
        return new Category(tag, "Videos about " + tag + ".", List.of(tag), vector, vector, null);
    }

    private Profiles profiles() {
        return new Profiles(library.tenant, library.database, () -> now);
    }

    private CrowdLearning learning() {
        return new CrowdLearning(library.tenant, library.database, new AudienceLearner(), () -> now);
    }

    private Recommendations recommendations() {
        var known = new KnownLibrary(library.tenant, library.database, () -> now);
        return new Recommendations(library.tenant, library.database,
                new Recommendations.Sources(new TenantIndex(folder),
                        new ProfiledTastes(library.tenant, library.database, () -> now, known),
                        contest().rankers(), new KeptCrowd(library.tenant, library.database), known.authors()),
                () -> now);
    }

    private Contest contest() {
        return Contest.of(library.tenant, library.database, () -> now, "test", hindsight());
    }

    private Hindsight hindsight() {
        return new Hindsight(learning(), this::recommendations, tried);
    }

    private List<ShownList> lists(Instant at) {
        return contest().rankers().takenOut(at);
    }

    /// So many people who watched as many of each in the last hours, and liked nine in ten of the good ones and one in ten of others; or four in
    /// ten of any.
    private void people(int count, boolean differing) {
        library.videos("noodles", OF_EACH, 20_000);
        library.videos("chess", OF_EACH, 2_000_000);
        List<Did> did = new ArrayList<>();
        for (int person = 0; person < count; person++) {
            Dice dice = Dice.of(3, "person", person);
            for (int i = 0; i < MET; i++) {
                String subject = i % 2 == 0 ? "noodles" : "chess";
                int number = (i / 2 + person * 7) % OF_EACH;
                String video = subject + number;
                Instant at = Library.NOON.minus(Duration.ofHours(4).plusMinutes(6L * i));
                did.add(new Did("person" + person, "watched", video, at, 27.0));
                if (dice.chance(differing ? number % 3 == 0 ? 0.9 : 0.1 : 0.4)) {
                    did.add(new Did("person" + person, "liked", video, at, null));
                }
            }
        }
        library.did(did);
        KeptTaxonomy taxonomy = new Taxonomies(library.tenant, library.database, () -> now).keep(
                new Taxonomy(TaxonomyMaking.SPACE, List.of(category("noodles"), category("chess"))), "test");
        for (int person = 0; person < count; person++) {
            String handle = "person" + person;
            // Whose videos are taken out follows from ids.
            library.database.transactions().run(library.tenant, db -> db.sql("""
                insert into profile_subject (id, handle, ground, ground_told_by, ground_told_at)
                values (?, ?, 'CONSENT', 'test', now())""")
                    .params(UUID.nameUUIDFromBytes(handle.getBytes(StandardCharsets.UTF_8)), handle).update());
            profiles().make("person" + person, Ground.CONSENT, "test", taxonomy);
        }
    }

    private static Map<UUID, Map<String, ShownList.Video>> byPerson(List<ShownList> lists) {
        return lists.stream().collect(Collectors.toMap(ShownList::subject, list -> list.videos().stream()
                .collect(Collectors.toMap(ShownList.Video::video, Function.identity()))));
    }

    @Test
    void whatWasDoneWithWhatIsTakenOutChangesNoColumnOfIt() {
        people(8, true);
        Map<UUID, Map<String, ShownList.Video>> before = byPerson(lists(now));
        Map<UUID, String> handles = profiles().subjects().stream()
                .collect(Collectors.toMap(Subject::id, Subject::handle));
        List<Did> more = new ArrayList<>();
        before.forEach((person, videos) -> videos.keySet().forEach(video -> more.add(new Did(
                Objects.requireNonNull(handles.get(person)), "reposted", video, now.minus(Duration.ofHours(1)),
                null))));
        before.forEach((person, videos) -> videos.keySet().forEach(video -> more.add(new Did(
                Objects.requireNonNull(handles.get(person)), "hidden", video, now.plus(Duration.ofHours(1)), null))));
        library.did(more);

        Map<UUID, Map<String, ShownList.Video>> after = byPerson(lists(now));

        assertThat(before).hasSizeGreaterThan(5);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((person, videos) -> {
            Map<String, ShownList.Video> again = Objects.requireNonNull(after.get(person));
            assertThat(again.keySet()).isEqualTo(videos.keySet());
            videos.forEach((video, one) -> {
                assertThat(TakenOut.isTaken(person, video)).isTrue();
                ShownList.Video other = Objects.requireNonNull(again.get(video));
                assertThat(other.columns()).as(video).isEqualTo(one.columns());
                assertThat(other.score()).isEqualTo(one.score());
                assertThat(other.worth()).as("reposted, and hidden later").isEqualTo(one.worth() + 4);
            });
        });
    }

    @Test
    void columnsAreThoseOfARequestThatKnowsAllButWhatWasTakenOut() {
        people(8, true);
        learning().learn();

        ShownList list = lists(now).getFirst();

        assertThat(list.at()).isEqualTo(now);
        assertThat(list.videos()).allSatisfy(video -> {
            Map<String, Float> row = new HashMap<>();
            RankingColumns.NAMES.forEach(
                    name -> row.put(name, video.columns().get(RankingColumns.NAMES.indexOf(name))));
            assertThat(row.get("place")).isEqualTo(1);
            assertThat(row.get("words")).isNotNaN();
            assertThat(row.get("own worth of author")).as("each has one video, and this one was not met").isNaN();
            assertThat(row.get("likes per view")).isBetween(0.04f, 0.05f);
        });
        for (String name : List.of("audience of late", "audience", "worth", "author's worth")) {
            int column = RankingColumns.NAMES.indexOf(name);
            assertThat(lists(now)).as(name + " where others met it, and unknown where nobody else did")
                    .flatExtracting(ShownList::videos).extracting(video -> video.columns().get(column).isNaN())
                    .contains(true, false);
        }
        assertThat(list.videos()).extracting(ShownList.Video::worth).contains(1.0, 3.0);
        assertThat(lists(now.minus(Duration.ofDays(2)))).as("nobody had done anything then").isEmpty();
    }

    @Test
    void aRankerIsLearntFromThemWhereNobodyReactedAndJudgedByOtherPeople() {
        people(120, true);
        LearntRankers rankers = contest().rankers();
        assertThat(rankers.isDue()).as("no crowd yet").isFalse();
        learning().learn();
        assertThat(rankers.isDue()).isTrue();

        LearntRankers.Learning learning = rankers.learn();

        LearntRanker ranker = learning.ranker().orElseThrow();
        assertThat(ranker.learntFrom()).isEqualTo(LearntRanker.From.TAKEN_OUT);
        assertThat(ranker.people() + ranker.judged().people()).isBetween(100, 120);
        assertThat(ranker.judged().people()).isGreaterThan(5);
        assertThat(ranker.judged().low()).as(ranker.toString()).isPositive();
        assertThat(learning.note())
                .isEqualTo("Learnt from videos taken out of what people did, for reactions to lists are"
                        + " too few; the formula beside it knows no acclaim of these. Better than the formula on others: it may be tried.");
        assertThat(rankers.list()).containsExactly(ranker);
        assertThat(rankers.isDue()).isFalse();
        now = now.plus(Duration.ofDays(8));
        assertThat(rankers.isDue()).as("nothing was learnt of people since").isFalse();
        library.did(List.of(new Did("person1", "liked", "noodles1", now.minusSeconds(9), null)));
        learning().learn();
        assertThat(rankers.isDue()).isTrue();
        Configuration learned = Audience.drawn("learned", 1, 0.05, ranker.id(), 0.05);
        assertThatThrownBy(() -> contest().configurations().activate(learned))
                .as("offline it won, and in no trial").hasMessageContaining("has not won a trial");
        contest().configurations().add(learned, State.WAITING);
        assertThat(rankers.find(ranker.id())).isPresent();
    }

    @Test
    void whatDoesNotMatterToPeopleIsNotTriedAndTooFewPeopleAreTriedAgainADayLater() {
        people(48, false);
        learning().learn();
        LearntRanker careless = contest().rankers().learn().ranker().orElseThrow();
        assertThat(careless.wins()).as(careless.toString()).isFalse();

        library.database.transactions().run(library.tenant, db -> {
            db.sql("delete from ranker_model").update();
            db.sql("delete from profile_tag").update();
            db.sql("delete from profile where subject_id in (select id from profile_subject order by id limit 30)")
                    .update();
        });
        assertThat(contest().rankers().isDue()).isTrue();
        assertThat(contest().rankers().learn().note()).startsWith("Too little to learn from: 0 lists")
                .endsWith("Nor did 40 people do more with some of their videos than with others.");
        assertThat(contest().rankers().isDue()).isFalse();
        now = now.plus(Duration.ofDays(1));
        assertThat(contest().rankers().isDue()).isTrue();
    }
}
