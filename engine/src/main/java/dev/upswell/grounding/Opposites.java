package dev.upswell.grounding;

import dev.upswell.grounding.DateReading.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Words of which a fact's measure has one and a sentence the other: what is said of negative comments is not told by positive ones.
final class Opposites {

    /// Two words of a measure that exclude each other, with the words of sentences for them.
    private record Pair(String one, Set<String> said, String other, Set<String> saidOfOther) {
    }

    private static final List<Pair> PAIRS = List.of(
            new Pair("positive", Set.of("positive", "favourable", "favorable", "positif"), "negative",
                    Set.of("negative", "unfavourable", "negatif")),
            new Pair("with", Set.of("with", "dengan", "having", "memakai"), "without",
                    Set.of("without", "tanpa", "lacking")),
            new Pair("low",
                    Set.of("low", "lower", "lowest", "least", "worst", "rendah", "terendah", "terburuk", "sedikitnya",
                            "minimal"),
                    "high",
                    Set.of("high", "higher", "highest", "best", "most", "tinggi", "tertinggi", "terbaik", "maksimal")),
            new Pair("right", Set.of("right", "correct", "benar", "tepat"), "wrong",
                    Set.of("wrong", "incorrect", "salah", "keliru", "meleset")),
            new Pair("male", Set.of("male", "men", "pria"), "female",
                    Set.of("female", "women", "perempuan", "wanita")));
    /// Words of a measure that tells what is usual.
    private static final Set<String> MIDDLES = Set.of("usual", "median", "average", "typical", "mean", "baseline",
            "per", "between", "rate", "normal", "share");
    private static final Set<String> HABITS = Set.of("usually", "normally", "typically", "biasanya", "lazimnya",
            "umumnya", "normalnya");
    private static final Pattern SUPPOSING = Pattern
            .compile("(?i)(?<!\\p{L})(?:if|would|were|could|when|should|doubl\\p{L}*|with|more|twice|"
                    + "jika|bila|kalau|andai\\p{L}*|seandainya|apabila|dengan|akan|berlipat|dari|from|dua kali)(?!\\p{L})");
    private static final Map<String, Set<String>> CASES = Map.of("usual",
            Set.of("usual", "usually", "normal", "normally", "typical", "typically", "ordinary", "biasanya", "biasa",
                    "lazimnya", "umumnya", "normalnya"),
            "median", Set.of("median", "mediannya"), "peak",
            Set.of("peak", "peaked", "puncak", "memuncak", "puncaknya"));
    private static final Set<String> STAYING = Set.of("retention", "completion", "completed", "stayed", "kept");
    private static final Set<String> LEAVING = Set.of("leave", "leaves", "left", "leaving", "quit", "quits", "abandon",
            "abandoned", "skip", "skipped", "swiped", "scrolled", "bounced", "gone", "lost", "loses", "lose",
            "meninggalkan", "pergi", "berhenti", "keluar", "hilang", "kabur", "kehilangan");
    private static final Set<String> RIGHT = Set.of("precision", "accuracy", "correct", "right");
    private static final Set<String> WRONG = Set.of("wrong", "incorrect", "missed", "false", "failed", "salah",
            "keliru", "meleset");

    private static final String ABOUT = "\\s+(?:(?:only|just|about|around|nearly|almost|roughly|some|over|more than|as much as|hanya|"
            + "cuma|sekitar|hampir|kira-kira|lebih dari)\\s+){0,2}$";
    private static final Pattern TO = Pattern.compile("(?i)(?<!\\p{L})(?:to|menjadi|jadi|ke|hingga)" + ABOUT);
    private static final Pattern BY = Pattern.compile("(?i)(?<!\\p{L})(?:by|sebesar|sebanyak)" + ABOUT);
    private static final Set<String> GAINS = Set.of("gained", "gain", "gains", "gaining", "added", "adds", "adding",
            "new", "more", "extra", "additional", "net", "won", "wins", "attracted",
            "drew", "earned", "picked", "attracts", "joined", "mendapat", "mendapatkan", "meraih", "memperoleh",
            "menarik",
            "menjaring", "baru", "tambahan", "menambah", "perolehan");
    private static final Pattern NEW = Pattern
            .compile("(?i)(?<!\\p{L})(?:new|more|extra|additional|baru|tambahan)(?!\\p{L})");
    private static final Set<String> LOSSES = Set.of("lost", "loss", "losses", "hilang");
    private static final Pattern MORE = Pattern
            .compile(
                    "(?i)^\\s*(?:more|higher|larger|bigger|greater|better|extra|lebih\\s+(?:banyak|tinggi|besar|baik|sering))"
                            + "(?!\\p{L})");
    private static final Pattern FEWER = Pattern
            .compile(
                    "(?i)^\\s*(?:fewer|less|lower|smaller|worse|lebih\\s+(?:sedikit|rendah|kecil|buruk|jarang))(?!\\p{L})");
    private static final Set<String> ADDING = Set.of("add", "adds", "added", "adding", "lift", "lifts", "lifted",
            "boost",
            "boosts", "raise", "raises", "raised", "plus", "gain", "gains", "helps", "helped", "menambah", "mengangkat",
            "meningkatkan", "menaikkan", "tambahan");
    private static final Set<String> TAKING = Set.of("cut", "cuts", "cost", "costs", "reduce", "reduces", "lower",
            "lowers", "lowered", "hurts", "minus", "penalty", "menurunkan", "mengurangi", "memangkas", "menekan");
    private static final Set<String> CHANCES = Set.of("probability", "chance", "likelihood");
    private static final Pattern LIKELY = Pattern
            .compile(
                    "(?i)(?<!\\p{L})(?:((?:is|are|looks|seems|very|quite|highly) likely(?! to be (?:low|small))|kemungkinan besar)|"
                            + "unlikely|kemungkinan kecil)(?!\\p{L})");
    private static final Pattern WITHOUT = Pattern
            .compile("(?i)(?<!\\p{L})(?:without|lacking|dropping|removing|avoiding|skipping|tanpa|menghapus|"
                    + "menghindari|menghilangkan)(?!\\p{L})");
    private static final Pattern THAN = Pattern.compile(
            "(?i)(?<!\\p{L})(?:than|compared|against|versus|vs|unlike|daripada|dari|dibanding\\p{L}*|ketimbang)(?!\\p{L})");

    private static final Pattern SECOND = Pattern
            .compile("(?i)(?<!\\p{L})(?:rather than|instead of|against|versus|vs\\.?|compared (?:with|to)|than|"
                    + "ketimbang|daripada|dibanding(?:kan)?|lawan|alih-alih|bukan)\\s+$");
    private static final String NOT = "(?<!(?:not|no|never|means|from|hardly|but|near|isn't|isn’t|cannot|how|nothing|belum|tidak|tak|"
            + "bukan|dari|seberapa|%|percent|persen)\\s{1,3}(?:an?\\s{1,3}|be\\s{1,3})?)";
    private static final Pattern CERTAIN = Pattern.compile("(?i)(?<!\\p{L})" + NOT
            + "(?:sure|certain|certainly|surely|definitely|undoubtedly|inevitabl[ey]|bound to|no doubt|beyond doubt|"
            + "(?:sudah )?pasti|dipastikan|tentu(?:nya)?|niscaya|tak terelakkan)(?!\\p{L})");
    private static final Pattern PART_OF = Pattern.compile(
            "(?i)(?:\\d|half|thirds?|quarters?|fifths?|most|some|many)\\s+(?:out of|of|dari)\\s+(?:(?:the|all|all the)\\s+)?$");
    private static final Pattern EVERY = Pattern
            .compile(
                    "(?i)(?<!\\p{L})(?<!of )(?<!dari )(?:all|every|each|always|semua|seluruh|setiap|tiap|selalu)(?!\\p{L})");
    private static final Pattern NEW_MORE = Pattern.compile("(?i)(?<!\\p{L})(?:more|fewer)(?!\\p{L})");
    private static final Pattern IMPOSSIBLE = Pattern.compile("(?i)(?<!\\p{L})" + NOT
            + "(?:impossible|no chance|ruled out|out of the question|mustahil|tidak mungkin|tak mungkin)(?!\\p{L})");
    private static final Pattern WILL = Pattern
            .compile("(?i)(?<!\\p{L})(?:will|is going to|are going to|akan|bakal)(?!\\p{L})");

    private Opposites() {
    }

    /// Whether `more` or `fewer` stands behind the number and the change went the other way, or the number is told of what the change is
    /// compared with: of videos without it.
    private static boolean isTurnedRound(Clause clause, Amount amount, Fact fact) {
        if (fact.unit() != Unit.CHANGE && fact.unit() != Unit.EFFECT) {
            return false;
        }
        String behind = clause.text().substring(amount.end());
        boolean other = (fact.number() < 0 ? MORE : FEWER).matcher(behind).find()
                || !amount.signed() && isSaid(clause, amount, fact.number() < 0);
        if (other || fact.of() == null || !WITHOUT.matcher(fact.of()).find()) {
            return other;
        }
        String before = clause.text().substring(0, amount.start());
        return WITHOUT.matcher(before).results()
                .anyMatch(without -> !THAN
                        .matcher(before.substring(0, without.start()).replaceAll(".*[,;:]", "")).find());
    }

    /// Whether the word of more or fewer next to a number, before it or else behind it, is of this side: `adds 14 %`, `a 14 % boost`.
    private static boolean isSaid(Clause clause, Amount amount, boolean more) {
        int from = clause.text().substring(0, amount.start()).replaceAll("[^,;:]*$", "").length();
        List<String> before = clause.rest().stream()
                .filter(word -> word.start() >= from && word.end() <= amount.start())
                .map(Text.Word::text).toList();
        List<String> behind = clause.partWords(amount.start()).stream()
                .filter(word -> word.start() >= amount.end()).map(Text.Word::text).toList();
        return Stream.concat(before.reversed().stream().limit(6), behind.stream().limit(2))
                .filter(word -> ADDING.contains(word) || TAKING.contains(word) || Words.RISE.contains(word)
                        || Words.FALL.contains(word))
                .findFirst().filter(more ? ADDING::contains : TAKING::contains).isPresent();
    }

    /// What is called likely and is not, or unlikely and is; empty where nothing is.
    static Optional<String> chance(Clause clause) {
        Optional<String> certain = certain(clause);
        if (certain.isPresent()) {
            return certain;
        }
        Matcher likely = LIKELY.matcher(clause.text());
        return !chances(clause).isEmpty() && likely.find() && !isLikely(clause, likely.group(1) != null)
                ? Optional.of(likely.group())
                : Optional.empty();
    }

    /// What is called certain or impossible while a cited chance says otherwise; empty where nothing is.
    private static Optional<String> certain(Clause clause) {
        List<Double> chances = chances(clause);
        boolean hedged = !clause.amounts().isEmpty()
                || clause.rest().stream().anyMatch(word -> Words.CHANCES.contains(word.text()));
        return Stream.of(CERTAIN, IMPOSSIBLE, WILL).filter(pattern -> pattern != WILL || !hedged)
                .flatMap(pattern -> pattern.matcher(clause.text()).results()
                        .filter(found -> chances.stream()
                                .anyMatch(chance -> pattern == IMPOSSIBLE ? chance > 0.05 : chance < 0.95)))
                .map(found -> found.group()).findFirst();
    }

    /// Whether a chance that is cited is above one half, or below it.
    static boolean isLikely(Clause clause, boolean more) {
        return chances(clause).stream().anyMatch(chance -> more ? chance > 0.5 : chance < 0.5);
    }

    private static List<Double> chances(Clause clause) {
        return clause.facts().stream().filter(fact -> fact.unit() == Unit.SHARE
                && Text.words(fact.measure()).stream().anyMatch(CHANCES::contains)).map(Fact::number).toList();
    }

    /// Whether something is said to have come to this number.
    static boolean isTo(Clause clause, Amount amount) {
        return TO.matcher(clause.text().substring(0, amount.start())).find()
                && (moved(clause, amount, Words.RISE) || moved(clause, amount, Words.FALL));
    }

    /// Whether one of these words stands at most four words before the number.
    private static boolean moved(Clause clause, Amount amount, Set<String> words) {
        return Text.placed(clause.text().substring(0, amount.start())).reversed().stream().limit(4)
                .anyMatch(word -> words.contains(word.text()));
    }

    /// Whether the fact is what was gained, and the number is told as what there is: `rose to 58,000 followers`.
    private static boolean isNoLevel(Clause clause, Amount amount, Fact fact, List<Fact> all) {
        if (amount.kind() != Amount.Kind.PLAIN || !fact.unit().isThing()
                || !fact.isChange()) {
            return fact.unit() == Unit.FOLLOWERS && Window.of(fact).isEmpty() && NEW.matcher(
                    clause.text().substring(amount.start(), amount.end())).find();
        }
        if (fact.unit() == Unit.FOLLOWERS && !isTo(clause, amount)) {
            return Text.words(clause.text()).stream()
                    .noneMatch(word -> GAINS.contains(word) || Words.RISE.contains(word));
        }
        boolean again = all.stream().anyMatch(other -> other.isNumber() && other != fact
                && (Matching.isSame(fact, other) || Computed.isCase(fact, other)
                        || other.unit() == Unit.CHANGE && fact.unit() != Unit.FOLLOWERS
                                && Objects.equals(fact.entity(), other.entity())));
        return isTo(clause, amount) && !again;
    }

    /// Whether something is said to have risen or fallen by it, and the fact is what there is, or what was gained where it fell.
    private static boolean isNoChange(Clause clause, Amount amount, Fact fact, List<Fact> all) {
        if (amount.kind() != Amount.Kind.PLAIN || !fact.unit().isThing()
                || !BY.matcher(clause.text().substring(0, amount.start())).find()) {
            return false;
        }
        List<String> own = Text.words(fact.measure());
        boolean lost = own.stream().anyMatch(word -> LOSSES.contains(word) || Words.FALL.contains(word));
        boolean fell = moved(clause, amount, Words.FALL);
        if (fact.isChange()) {
            return fell && !lost && fact.number() > 0;
        }
        boolean counted = !Window.of(fact).isEmpty() && all.stream().noneMatch(other -> other.unit() == Unit.CHANGE);
        return !lost && !counted && (fell || moved(clause, amount, Words.RISE));
    }

    /// Whether the words around a number are the opposite of what the fact measures.
    static boolean isOpposed(Clause clause, Amount amount, Fact fact, List<Fact> all) {
        List<String> own = Text.words(fact.measure());
        boolean supposed = own.contains("if") && !SUPPOSING.matcher(clause.text()).find();
        return supposed || isOfAll(clause, amount, own) || isOfEvery(clause, own) || isMoreThan(clause, amount, fact)
                || isTurnedRound(clause, amount, fact) || isNoLevel(clause, amount, fact, all)
                || isNoChange(clause, amount, fact, all) || isOfOtherTime(clause, amount, fact)
                || isCalled(clause, amount, fact) || PAIRS.stream().filter(pair -> !pair.one().equals("right")
                        || fact.unit() != Unit.SHARE || !isTurned(clause, amount, fact)).anyMatch(pair -> {
                            boolean one = own.contains(pair.one());
                            boolean other = own.contains(pair.other());
                            return one != other && isNearer(clause, amount, one ? pair.saidOfOther() : pair.said(),
                                    one ? pair.said() : pair.saidOfOther());
                        });
    }

    /// Whether it is told as all of which another number is a part, and is only those with something or those without it.
    private static boolean isOfAll(Clause clause, Amount amount, List<String> own) {
        String behind = clause.text().substring(amount.end());
        return amount.kind() == Amount.Kind.PLAIN && own.contains("with") != own.contains("without")
                && PART_OF.matcher(clause.text().substring(0, amount.start())).find()
                && !behind.matches("(?is)^\\s*(?:\\p{L}+\\s+)?(?:with|without|dengan|tanpa)\\b.*");
    }

    /// Whether what holds of the middle is told of each and every one.
    private static boolean isOfEvery(Clause clause, List<String> own) {
        List<String> said = Text.words(clause.text());
        return (own.contains("median") || own.contains("average") || own.contains("typical"))
                && EVERY.matcher(clause.text()).find() && said.stream().noneMatch(word -> word.matches(
                        "median(?:nya)?|average|averaged|typical(?:ly)?|rata|mean|usual(?:ly)?|biasanya|umumnya"));
    }

    /// Whether it is told as so many more than another has, and the fact is all that there are.
    private static boolean isMoreThan(Clause clause, Amount amount, Fact fact) {
        if (amount.kind() != Amount.Kind.PLAIN || !fact.unit().isThing()) {
            return false;
        }
        String own = clause.text().substring(amount.start(), amount.end());
        String behind = clause.text().substring(amount.end());
        return (NEW_MORE.matcher(own).find() || MORE.matcher(behind).find() || FEWER.matcher(behind).find())
                && behind.matches("(?is)^[^,;:]*\\b(?:than|daripada|dibanding\\p{L}*|ketimbang)\\s.*")
                && Text.words(fact.measure()).stream().noneMatch(Set.of("difference", "lead", "gap", "more")::contains);
    }

    /// Whether it is told of a time in the week of which another fact is, as of Friday evening what holds at all times.
    private static boolean isOfOtherTime(Clause clause, Amount amount, Fact fact) {
        Instant at = fact.at();
        List<Moment> told = clause.partMoments(amount.start());
        return at != null && !told.isEmpty() && told.stream().noneMatch(moment -> moment.isOf(fact, at))
                && clause.facts().stream().anyMatch(other -> fact.measure().equals(other.measure())
                        && Objects.equals(fact.entity(), other.entity())
                        && told.stream().allMatch(moment -> moment.isOf(other, at)));
    }

    /// Whether it is told as what is usual or the peak, and that is another fact that is cited.
    private static boolean isCalled(Clause clause, Amount amount, Fact fact) {
        return CASES.entrySet().stream().anyMatch(called -> {
            boolean habit = called.getKey().equals("usual")
                    && Text.words(fact.measure()).stream().noneMatch(MIDDLES::contains)
                    && clause.partWords(amount.start()).stream().anyMatch(word -> HABITS.contains(word.text()));
            boolean other = habit || !Text.words(fact.measure()).contains(called.getKey()) && clause.facts().stream()
                    .anyMatch(one -> Computed.isCase(fact, one) && Text.words(one.measure()).contains(called.getKey()));
            int before = clause.amounts().stream().filter(one -> one.kind() == amount.kind()).mapToInt(Amount::end)
                    .filter(end -> end <= amount.start()).max()
                    .orElse(0);
            return other && clause.partWords(amount.start()).stream().anyMatch(word -> word.start() >= before
                    && word.end() <= amount.start() && called.getValue().contains(word.text()));
        });
    }

    /// Whether one of the first words governs the number: it stands in its part of the clause, or before it, and none of the others does.
    private static boolean isNearer(Clause clause, Amount amount, Set<String> first, Set<String> others) {
        boolean second = first.contains("with") != others.contains("with") && isSecond(clause, amount);
        int from = second
                ? clause.amounts().stream().mapToInt(Amount::end).filter(end -> end <= amount.start()).max().orElse(0)
                : 0;
        List<Text.Word> part = clause.partWords(amount.start()).stream().filter(word -> word.start() >= from).toList();
        boolean here = part.stream().anyMatch(word -> first.contains(word.text()));
        boolean there = part.stream().anyMatch(word -> others.contains(word.text()));
        if (here || there) {
            return here && !there;
        }
        Set<String> governing = second ? others : first;
        return clause.rest().stream().filter(word -> word.start() < amount.start())
                .filter(word -> first.contains(word.text()) || others.contains(word.text())).map(Text.Word::text)
                .reduce((one, last) -> last).filter(governing::contains).isPresent();
    }

    /// Whether it is what the number before it is compared with, and so of the other case: `with it 24 % rather than 29 %`.
    private static boolean isSecond(Clause clause, Amount amount) {
        return clause.subjects().size() < 2
                && SECOND.matcher(clause.text().substring(0, amount.start())).find() && clause.amounts().stream()
                        .anyMatch(other -> other.kind() == amount.kind() && other.end() <= amount.start());
    }

    /// Whether the sentence speaks of those that a share leaves out: who left, where it measures who stayed.
    static boolean isTurned(Clause clause, Amount amount, Fact fact) {
        List<String> own = Text.words(fact.measure());
        List<Text.Word> part = clause.partWords(amount.start());
        return own.stream().anyMatch(STAYING::contains) && part.stream().anyMatch(word -> LEAVING.contains(word.text()))
                || own.stream().anyMatch(RIGHT::contains)
                        && part.stream().anyMatch(word -> WRONG.contains(word.text()));
    }
}
