package dev.upswell.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.numeric.Dice;
import dev.upswell.theme.Collision.Manner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CollidingTest {

    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final int CREATORS = 300;

    private final List<Posting> postings = new ArrayList<>();

    private void post(int creator, double daysAgo, String... subjects) {
        postings.add(new Posting("v" + postings.size(), "c" + creator,
                AT.minus(Duration.ofMinutes((long) (daysAgo * 24 * 60))), Set.of(subjects)));
    }

    /// Every creator posts five times in four weeks on one of thirty subjects, picked without regard to anything.
    private void background(long seed) {
        for (int creator = 0; creator < CREATORS; creator++) {
            for (int video = 0; video < 5; video++) {
                Dice dice = Dice.of(seed, "post", creator * 10L + video);
                post(creator, dice.below(27 * 24) / 24.0, "s" + dice.below(30));
            }
        }
    }

    /// Fifteen creators take up both in the last week.
    private void collide(String one, String other, boolean inOneVideo) {
        for (int creator = 0; creator < 15; creator++) {
            if (inOneVideo) {
                post(creator, 2, one, other);
            } else {
                post(creator, 2, one);
                post(creator, 3, other);
            }
        }
    }

    @Test
    void subjectsOfTheSameCreatorsThatRiseTogetherAreFound() {
        background(1);
        collide("matcha", "hojicha", true);
        collide("padel", "pickleball", false);

        Colliding.Search search = Colliding.of(postings, AT);

        assertThat(search.creators()).isEqualTo(CREATORS);
        assertThat(search.pairs()).isEqualTo(search.subjects() * (search.subjects() - 1) / 2);
        assertThat(search.found()).filteredOn(one -> one.one().subject().equals("hojicha")
                && one.other().subject().equals("matcha")).singleElement().satisfies(one -> {
                    assertThat(one.creators().both()).isEqualTo(15);
                    assertThat(one.togetherBy()).isEqualTo(15);
                    assertThat(one.manner()).isEqualTo(Manner.TOGETHER);
                    assertThat(one.creators().low()).isGreaterThan(5);
                    assertThat(one.one().lastWeek()).isEqualTo(15);
                    assertThat(one.one().weekBefore()).isZero();
                    assertThat(one.adjusted()).isBetween(one.p(), .05);
                });
        assertThat(search.found()).filteredOn(one -> one.one().subject().equals("padel")
                && one.other().subject().equals("pickleball")).singleElement()
                .satisfies(one -> assertThat(one.manner()).isEqualTo(Manner.APART));
    }

    @Test
    void sharedCreatorsWithoutARiseOrARiseWithoutSharedCreatorsIsNoCollision() {
        background(1);
        for (int creator = 0; creator < 15; creator++) {
            post(creator, 2, "old-one", "old-other");
            post(creator, 9, "old-one", "old-other");
            post(100 + creator, 2, "new-one");
            post(200 + creator, 2, "new-other");
        }

        assertThat(Colliding.of(postings, AT).found()).noneMatch(one -> one.one().subject().startsWith("old-")
                || one.one().subject().equals("new-one") && one.other().subject().equals("new-other"));
    }

    @Test
    void withoutCollisionsNextToNothingIsFound() {
        int found = 0;
        for (long seed = 0; seed < 20; seed++) {
            postings.clear();
            background(seed);
            found += Colliding.of(postings, AT).found().size();
        }

        assertThat(found).as("pairs in 20 worlds of 435").isLessThanOrEqualTo(1);
    }

    /// Every tenth creator posts 25 videos, others one to six; half of the subjects came up in the last week, each by itself.
    @Test
    void unlikeCreatorsAndSubjectsThatRiseEachByThemselvesGiveNextToNothing() {
        int found = 0;
        for (long seed = 0; seed < 20; seed++) {
            postings.clear();
            for (int creator = 0; creator < CREATORS; creator++) {
                int videos = creator % 10 == 0 ? 25 : 1 + creator % 6;
                for (int video = 0; video < videos; video++) {
                    Dice dice = Dice.of(seed, "unlike", creator * 100L + video);
                    double daysAgo = dice.below(27 * 24) / 24.0;
                    post(creator, daysAgo, "s" + (daysAgo < 7 ? dice.below(30) : dice.below(15)));
                }
            }
            found += Colliding.of(postings, AT).found().size();
        }

        assertThat(found).as("pairs in 20 worlds").isLessThanOrEqualTo(2);
    }

    @Test
    void busyCreatorsWhoPostOnEverythingAreNotTakenForAnOverlap() {
        background(2);
        for (int creator = 0; creator < 12; creator++) {
            for (int video = 0; video < 60; video++) {
                Dice dice = Dice.of(7, "busy", creator * 100L + video);
                post(creator, dice.below(7 * 24) / 24.0, "b" + dice.below(20));
            }
        }

        assertThat(Colliding.of(postings, AT).found()).filteredOn(one -> one.one().subject().startsWith("b")).isEmpty();
    }

    @Test
    void laterVideosChangeNothingOfAnEarlierInstantAndOrderDoesNotMatter() {
        background(3);
        collide("matcha", "hojicha", true);
        Colliding.Search before = Colliding.of(postings, AT);
        for (int creator = 0; creator < 50; creator++) {
            post(creator, -1, "s1", "s2");
        }
        Collections.shuffle(postings, new Random(4));

        assertThat(Colliding.of(postings, AT)).isEqualTo(before);
        assertThat(new HashSet<>(before.found())).hasSameSizeAs(before.found());
    }

    @Test
    void nothingCollidesInNothing() {
        assertThat(Colliding.of(List.of(), AT)).isEqualTo(new Colliding.Search(0, 0, 0, 0, List.of()));
    }
}
