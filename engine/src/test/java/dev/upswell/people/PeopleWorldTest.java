package dev.upswell.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PeopleWorldTest {

    private static final int FIRST_CHARACTERS = 8_000_000;
    private static final long FAR = 4_000_000_000L;
    private static final long TWO_DAYS = 2 * 86_400;
    private static final PeopleWorld SMALL = PeopleWorld.of(PeopleSettings.small(), 5);

    @Test
    void theSmallWorldIsTheSameToTheByte() {
        assertThat(hashes(PeopleWorld.of(PeopleSettings.small(), 5))).containsExactly(
                "9d221363d3efaf94eb8a2be530aed53ac4747f4ee804c29db040e840fc83bda2",
                "ca9f24da0a9229f1ed8f656998fc810cc63a8ce08e10277636f00134fd334772",
                "8ab0a82ae55a93e3610a59fbbd2ae2a93a42808400e13346e282ec65923d2559",
                "93856287903760fbc18ba4bd9ba2ee8ae7b5806c86711f88dd8a51e163d86040");
    }

    @Test
    @Tag("slow")
    void theDevelopmentWorldIsTheSameToTheByte() {
        assertThat(hashes(PeopleWorld.of(PeopleSettings.judged(), 31))).containsExactly(
                "378b2a539480f27a91f217764f269be7a83d0a6418e3f1ef424c33edf9ca1688",
                "cb42ec6433d8854da791fc9ae7a02c867a8c830ad0d696511f1d0703423bd81c",
                "3ff344d444d211defde2f3f06e400b30238944b4d57624727813678e4fbe7adb",
                "7cd1a5104eed8dfccc6d232c7c26fbf54ad0ce00d439747d24f973becd4659cb");
    }

    @Test
    void anotherSeedGivesOtherBytes() {
        assertThat(hashes(PeopleWorld.of(PeopleSettings.small(), 6))).doesNotContainAnyElementsOf(hashes(SMALL));
    }

    @Test
    void aLifeIsTheSameHoweverOftenItIsLived() {
        assertThat(SMALL.life(7).actions()).isEqualTo(SMALL.life(7).actions()).hasSizeGreaterThan(20);
    }

    @Test
    void theProductFilesHoldNothingOfTheTruth() {
        assertThat(text(new PeopleFiles(SMALL)::writeVideos, FIRST_CHARACTERS).lines()).allMatch(
                line -> line.matches("\\{\"id\":\"\\d+\",\"createdAt\":\"2025-[^\"]+\",\"creator\":\"[a-z]+_\\d+\","
                        + "\"sound\":\"\\d+\",\"hashtags\":\\[[^\\]]*],\"durationSeconds\":\\d+,\"caption\":\"[^\"]+\"}"));
        assertThat(text(new PeopleFiles(SMALL)::writeActions, FIRST_CHARACTERS).lines())
                .allMatch(line -> line.matches("\\{\"account\":\"[a-z]+_\\d+\",\"video\":\"\\d+\","
                        + "\"action\":\"(watched|liked|reposted)\",\"at\":\"2025-[^\"]+\"(,\"seconds\":\\d+)?}"));
    }

    @Test
    void nobodyActsOnAVideoBeforeItIsPostedOrTwoDaysAfterItWasDeleted() {
        assertThat(SMALL.life(3).actions()).allSatisfy(action -> {
            WorldVideo video = SMALL.videos().get(action.video());
            assertThat(action.at()).isGreaterThan(video.shown().createdAt());
            assertThat(action.at()).isLessThan(Math.min(video.made().deletedAt(), FAR) + TWO_DAYS);
        });
    }

    @Test
    void candidatesWereNeitherShownNorMadeByThePerson() {
        for (Occasion occasion : SMALL.life(11).occasions()) {
            Set<Integer> known = occasion.log().stream().map(Life.Action::video).collect(Collectors.toSet());
            Set<Integer> candidates = IntStream.of(occasion.candidates()).boxed().collect(Collectors.toSet());

            assertThat(candidates).doesNotContainAnyElementsOf(known).hasSizeGreaterThan(500);
            assertThat(candidates).allMatch(video -> SMALL.videos().get(video).isAlive(occasion.at()));
            assertThat(candidates)
                    .noneMatch(video -> SMALL.videos().get(video).shown().creator().equals(occasion.person().handle()));
        }
    }

    @Test
    void whatIsKnownAtAnOccasionHappenedBefore() {
        for (Occasion occasion : SMALL.life(11).occasions()) {
            assertThat(occasion.log()).allMatch(action -> action.at() < occasion.at());
        }
    }

    @Test
    void gradesFollowExpectedWorth() {
        Occasion occasion = SMALL.life(4).occasions().getFirst();
        int[] best = occasion.best(2_000);
        int[] grades = occasion.grades(best);

        assertThat(best.length).isGreaterThan(1_000);
        for (int i = 1; i < best.length; i++) {
            assertThat(grades[i]).isLessThanOrEqualTo(grades[i - 1]);
            assertThat(occasion.expected(best[i])).isLessThanOrEqualTo(occasion.expected(best[i - 1]));
        }
    }

    @Test
    void expectedWorthIsWhatLivesBringInTheMean() {
        Occasion occasion = SMALL.life(4).occasions().getFirst();
        int best = occasion.best(1)[0];
        double sum = 0;
        for (int life = 0; life < 20_000; life++) {
            sum += occasion.served(List.of(best), dev.upswell.numeric.Dice.of(9, "served", life)).getFirst().worth();
        }

        assertThat(sum / 20_000 / occasion.expected(best)).isBetween(0.9, 1.15);
    }

    @Test
    void theObserverOrdersBetterThanChanceAndNeverBetterThanTheTruth() {
        PerfectObserver observer = new PerfectObserver(SMALL);
        double found = 0;
        double best = 0;
        double all = 0;
        for (int person = 0; person < 40; person++) {
            for (Occasion occasion : SMALL.life(person).occasions()) {
                int[] candidates = occasion.candidates();
                double[] scores = observer.scores(occasion, candidates);
                int chosen = IntStream.range(0, scores.length).reduce(0, (a, b) -> scores[b] > scores[a] ? b : a);
                found += occasion.expected(candidates[chosen]);
                best += occasion.expected(occasion.best(1)[0]);
                all += IntStream.of(candidates).mapToDouble(occasion::expected).average().orElseThrow();
            }
        }

        assertThat(found).isLessThanOrEqualTo(best).isGreaterThan(0.7 * best).isGreaterThan(3 * all);
    }

    @Test
    void someComeLateAndAreStrangersAtFirst() {
        long strangers = IntStream.range(0, SMALL.people().size()).mapToObj(SMALL::life)
                .flatMap(life -> life.occasions().stream()).filter(occasion -> occasion.log().size() < 3).count();

        assertThat(strangers).isBetween(3L, 60L);
    }

    @Test
    void captionsAreOfFourLanguagesAndHashtagsAreOneWord() {
        Set<String> captions = SMALL.videos().stream().map(video -> video.shown().caption())
                .collect(Collectors.toSet());
        Set<String> hashtags = new HashSet<>();
        SMALL.videos().forEach(video -> hashtags.addAll(video.shown().hashtags()));

        assertThat(captions).anyMatch(text -> text.contains("cách làm")).anyMatch(text -> text.contains("cara "))
                .anyMatch(text -> text.contains("so klappt")).anyMatch(text -> text.contains("how to get"));
        assertThat(hashtags).hasSizeGreaterThan(500).noneMatch(tag -> tag.isBlank() || tag.contains(" "));
    }

    @Test
    void oneVideoInFiveHasNoHashtagsAndOneInTenMisleads() {
        long without = SMALL.videos().stream().filter(video -> video.shown().hashtags().isEmpty()).count();
        long misleading = SMALL.videos().stream().filter(video -> video.made().misleading()).count();

        assertThat(without / 3_000.0).isBetween(0.17, 0.23);
        assertThat(misleading / 3_000.0).isBetween(0.08, 0.12);
    }

    @Test
    void judgedDaysTooFewForTheOccasionsAreRefused() {
        assertThatThrownBy(() -> new PeopleSettings(PeopleSettings.small().start(), 30, 20, 10, 5, 4, 5, 11))
                .hasMessage("judged days (20 to 30 for 11 occasions) must hold a day for each occasion\n"
                        + "Maybe judge the last third.");
    }

    private static List<String> hashes(PeopleWorld world) {
        PeopleFiles files = new PeopleFiles(world);
        return List.of(hash(files::writeVideos), hash(files::writeObservations), hash(files::writeActions),
                hash(new PeopleTruth(world)::write));
    }

    private static String hash(Writing writing) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text(writing, FIRST_CHARACTERS).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first characters that are written; the writer is stopped behind them.
    private static String text(Writing writing, int characters) {
        StringBuilder out = new StringBuilder();
        try {
            writing.to(new Limited(out, characters));
        } catch (Enough e) {
            out.setLength(characters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private interface Writing {

        long to(Appendable out) throws IOException;
    }

    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1;
    }

    private record Limited(StringBuilder out, int characters) implements Appendable {

        @Override
        public Appendable append(CharSequence text) throws IOException {
            out.append(text);
            return stopBehindTheLast();
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            out.append(text, start, end);
            return stopBehindTheLast();
        }

        @Override
        public Appendable append(char c) throws IOException {
            out.append(c);
            return stopBehindTheLast();
        }

        private Appendable stopBehindTheLast() throws IOException {
            if (out.length() > characters) {
                throw new Enough();
            }
            return this;
        }
    }
}
