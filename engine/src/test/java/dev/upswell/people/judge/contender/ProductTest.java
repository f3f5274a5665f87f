package dev.upswell.people.judge.contender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.embed.Vector;
import dev.upswell.people.Life;
import dev.upswell.people.PeopleSettings;
import dev.upswell.people.PeopleWorld;
import dev.upswell.people.judge.Asked;
import dev.upswell.people.judge.Known;
import dev.upswell.people.judge.RecommendJudge;
import dev.upswell.recommend.Sought;
import dev.upswell.recommend.Way;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Category;
import dev.upswell.taste.Person;
import dev.upswell.taste.Profile;
import dev.upswell.taste.Source;
import dev.upswell.taste.TastedItem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static final Questions QUESTIONS = Questions
            .of(new RecommendJudge(PeopleWorld.of(PeopleSettings.small(), 5), () -> 0), 20);
    private static final Known BEGINNING = QUESTIONS.beginning();
    private static final Product PRODUCT = Product.hashed(BEGINNING);

    @Test
    void aProfileRestsOnWhatWasPostedRepostedAndLikedUntilThen() {
        Asked last = QUESTIONS.asked().stream().filter(asked -> BEGINNING.log(asked.person()).size() > 20)
                .reduce((one, other) -> other).orElseThrow();
        int person = last.person();
        PRODUCT.profile(last.known(), person);

        List<TastedItem> items = PRODUCT.person(BEGINNING, person).liked();

        assertThat(items).isNotEmpty().allMatch(item -> item.at().getEpochSecond() < BEGINNING.at())
                .isNotEqualTo(PRODUCT.person(last.known(), person).liked());
        assertThat(items.stream().filter(item -> item.source() == Source.LIKE)).hasSameSizeAs(
                BEGINNING.log(person).stream().filter(action -> action.kind() == Life.Kind.LIKED).limit(50).toList());
        assertThat(PRODUCT.profile(BEGINNING, person).asOf().getEpochSecond()).isEqualTo(BEGINNING.at());
    }

    @Test
    void wordsFindWhatSaysThemAndVectorsWhatIsNearest() {
        int[] all = IntStream.range(0, BEGINNING.videos()).toArray();
        var search = new MemorySearch(PRODUCT, BEGINNING, all);
        int wanted = IntStream.of(all).filter(video -> PRODUCT.read(BEGINNING, video).length() > 4).findFirst()
                .orElseThrow();
        ReadVideo read = PRODUCT.read(BEGINNING, wanted);
        String term = read.terms().keySet().stream().max(Comparator.comparingInt(String::length))
                .orElseThrow();

        assertThat(search.saying(Map.of(term, 1f), 20)).isNotEmpty()
                .allMatch(video -> PRODUCT.read(BEGINNING, video).terms().containsKey(term));
        Map<Integer, Way> near = search.find(new Sought(List.of(read.vector()), Map.of()), false);
        assertThat(near).hasSize(MemorySearch.EACH).containsEntry(wanted, Way.VECTORS);
        assertThat(PRODUCT.read(BEGINNING, near.keySet().iterator().next()).vector().likeness(read.vector()))
                .isGreaterThan(0.999);
        assertThat(search.find(new Sought(List.of(), Map.of()), true)).hasSize(MemorySearch.EACH)
                .allSatisfy((video, way) -> assertThat(way).isEqualTo(Way.POPULARITY));
    }

    @Test
    void theOriginFindsKeywordsWithinWordsAndTwentyPointsAreEnoughWhateverTheViews() {
        Category category = PRODUCT.taxonomy().categories().getFirst();
        Video video = new Video(EntityId.video("1"), null, null, List.of(), null, null,
                "xx" + category.keywords().getFirst() + "xx");
        Counts counts = new Counts(Count.exact(10_000_000), Count.exact(20), Count.exact(0), Count.exact(0), null, null,
                null);
        Person person = new Person(EntityId.creator("somebody"), 50_000L, List.of(
                new TastedItem(Source.POST, video, null, Instant.ofEpochSecond(BEGINNING.at() - 1), counts)),
                List.of());

        Profile profile = new OriginProfiles(PRODUCT).of(BEGINNING, person);

        assertThat(profile.affinities().stream().filter(one -> one.tag().equals(category.tag())).map(Affinity::boost))
                .containsExactly(0.5);
        assertThat(profile.longTaste().likeness(PRODUCT.embedder().vector(person.liked().getFirst().text())))
                .isGreaterThan(0.9999);
        assertThat(new OriginProfiles(PRODUCT).of(BEGINNING, new Person(person.handle(), null, List.of(), List.of())))
                .satisfies(stranger -> {
                    assertThat(stranger.isStranger()).isTrue();
                    assertThat(stranger.longTaste()).isEqualTo(Vector.nothing(128));
                });
    }

    @Test
    void whatARankerLearnsFromIsKnownOfNobody() {
        List<RankerTraining.Request> requests = new RankerTraining(PRODUCT, BEGINNING).requests();

        assertThat(requests).hasSizeGreaterThan(20).allSatisfy(request -> {
            Map<Integer, Double> all = worths(BEGINNING, request.person());
            Map<Integer, Double> left = worths(request.before(), request.person());
            assertThat(request.gains().values().stream().distinct().count()).isGreaterThan(1);
            assertThat(request.gains()).allSatisfy((video, gain) -> assertThat(gain).isEqualTo(all.get(video)));
            assertThat(left.keySet()).doesNotContainAnyElementsOf(request.gains().keySet());
            assertThat(left.size()).isBetween(all.size() / 2, all.size() - request.gains().size());
        });
    }

    private static Map<Integer, Double> worths(Known known, int person) {
        return known.log(person).stream().collect(Collectors.groupingBy(Life.Action::video,
                Collectors.summingDouble(action -> ByInteractions.worth(action.kind()))));
    }
}
