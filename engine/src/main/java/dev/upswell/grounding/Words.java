package dev.upswell.grounding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What words say in English and Indonesian about numbers, directions, places in an order and causes.
final class Words {

    /// Words of a measure by which it tells a change by itself.
    static final Set<String> CHANGES = Set.of("growth", "change", "gained", "gain", "velocity", "acceleration", "delta",
            "difference", "added", "new");

    static final Set<String> RISE = Set.of("rose", "rise", "rises", "rising", "risen", "grew", "grow", "grows",
            "growing",
            "grown", "up", "increase", "increases", "increased", "increasing", "climb", "climbs", "climbed", "climbing",
            "jump",
            "jumps", "jumped", "surge", "surges", "surged", "surging", "soared", "soaring", "accelerated",
            "accelerating", "upward",
            "gaining", "jumping", "rocketed", "skyrocket", "skyrocketed", "skyrocketing", "spike", "spikes",
            "spiked",
            "spiking", "boomed", "booming", "ballooned", "exploded", "exploding", "swelled", "mushroomed", "rallied",
            "rebounded", "recovered", "leapt", "leaped", "leaps", "accelerates", "accelerate", "advanced", "expanded",
            "expanding", "mounting", "strengthened", "improved", "improving", "uptick", "upswing", "multiplied", "soar",
            "soars", "naik", "meningkat", "peningkatan", "kenaikan", "tumbuh", "bertambah", "melonjak",
            "lonjakan",
            "melejit", "menanjak", "meroket", "terangkat", "membesar", "membaik", "menguat", "melesat", "membubung",
            "melambung", "terdongkrak",
            "berkembang", "meluas", "pulih", "melompat", "lompatan", "pertambahan", "menggeliat");

    static final Set<String> FALL = Set.of("fell", "fall", "falls", "falling", "fallen", "drop", "drops", "dropped",
            "dropping",
            "decline", "declines", "declined", "declining", "decrease", "decreases", "decreased", "decreasing", "down",
            "shrank",
            "shrink", "shrinking", "sank", "slid", "slipped", "lost", "lose", "loses", "losing", "slowed", "slowing",
            "plunged", "plunge", "plunges", "plunging", "plummet", "plummets", "plummeted", "plummeting", "tumble",
            "tumbles",
            "tumbled", "tumbling", "slump", "slumps", "slumped", "slumping", "dip", "dips", "dipped", "dipping",
            "crash", "crashes", "crashed", "crashing", "collapse", "collapsed", "collapsing", "dived", "dove",
            "dwindled",
            "dwindling", "waned", "waning", "eroded", "contracted", "cratered", "nosedived", "tanked", "faded",
            "fading", "weakened", "worsened", "receded", "retreated", "sagged", "sagging", "ebbed",
            "sliding", "slip", "slips", "slipping", "sinking", "sinks", "shrunk", "shrinks", "decelerated",
            "decelerating", "lessened", "reduced", "diminished", "eased", "cooled", "cooling", "downturn",
            "downward", "turun", "menurun", "penurunan", "berkurang", "merosot", "anjlok", "jatuh", "menyusut",
            "kehilangan",
            "melambat", "terjun", "susut", "ambruk", "ambles", "amblas", "terpuruk", "melemah", "memburuk", "mengecil",
            "meredup", "mereda", "terperosok", "tergelincir", "jeblok", "rontok", "kempis", "tumbang",
            "terkikis", "surut", "mengendur", "kejatuhan", "kemerosotan", "pelemahan", "perlambatan");

    /// Words of direction that are nouns, as a measure may be called; all others claim a direction wherever they stand.
    private static final Set<String> NOUNS_OF_DIRECTION = Set.of("rise", "increase", "increases", "climb", "jump",
            "jumps", "surge", "surges", "fall", "drop", "drops", "decline", "declines", "decrease", "decreases",
            "spike",
            "spikes", "dip", "dips", "slump", "crash", "kenaikan", "peningkatan", "lonjakan", "penurunan");

    static final Set<String> STEADY = Set.of("unchanged", "flat", "steady", "stagnant", "stabil", "stagnan", "datar");

    static final Set<String> NOT = Set.of("not", "no", "never", "didn't", "doesn't", "isn't", "wasn't", "hasn't",
            "didn’t",
            "doesn’t", "isn’t", "wasn’t", "hasn’t", "tidak", "tak", "bukan", "nggak", "enggak", "gak", "belum",
            "without", "tanpa");

    /// Words of comparison by themselves, and whether what stands before them is the greater.
    static final Map<String, Boolean> COMPARISONS = Map.ofEntries(Map.entry("outperformed", true),
            Map.entry("outperforms", true), Map.entry("beat", true), Map.entry("beats", true),
            Map.entry("outpaced", true),
            Map.entry("outpaces", true), Map.entry("exceeds", true), Map.entry("exceeded", true),
            Map.entry("surpassed", true),
            Map.entry("surpasses", true), Map.entry("overtook", true), Map.entry("ahead", true),
            Map.entry("above", true),
            Map.entry("behind", false), Map.entry("below", false), Map.entry("trails", false),
            Map.entry("trailed", false),
            Map.entry("trailing", false), Map.entry("mengalahkan", true), Map.entry("melampaui", true),
            Map.entry("mengungguli", true), Map.entry("melebihi", true), Map.entry("unggul", true),
            Map.entry("dikalahkan", false),
            Map.entry("tertinggal", false), Map.entry("kalah", false), Map.entry("beaten", false),
            Map.entry("overtaken", false), Map.entry("dilampaui", false), Map.entry("diungguli", false),
            Map.entry("atas", true),
            Map.entry("bawah", false), Map.entry("outdid", true), Map.entry("outdoes", true),
            Map.entry("outdo", true), Map.entry("outdone", false), Map.entry("outnumber", true),
            Map.entry("outnumbers", true), Map.entry("outnumbered", true), Map.entry("outscored", true),
            Map.entry("outscores", true), Map.entry("outran", true), Map.entry("outruns", true),
            Map.entry("outsold", true), Map.entry("outsells", true), Map.entry("outstripped", true),
            Map.entry("outstrips", true), Map.entry("outshone", true), Map.entry("outshines", true),
            Map.entry("outranks", true), Map.entry("outranked", true), Map.entry("outperform", true),
            Map.entry("outpace", true), Map.entry("tops", true), Map.entry("topped", true),
            Map.entry("overtakes", true), Map.entry("edges", true), Map.entry("edged", true),
            Map.entry("bests", true), Map.entry("bested", true), Map.entry("defeats", true),
            Map.entry("defeated", true), Map.entry("lags", false), Map.entry("lagged", false),
            Map.entry("lagging", false), Map.entry("menang", true), Map.entry("memenangi", true),
            Map.entry("menyalip", true), Map.entry("mengatasi", true), Map.entry("ditaklukkan", false),
            Map.entry("disalip", false), Map.entry("menyaingi", true), Map.entry("menandingi", true));

    /// Adjectives of comparison, which compare where `than` or `dari` follows, and whether they mean more.
    static final Map<String, Boolean> COMPARATIVES = Map.ofEntries(Map.entry("more", true), Map.entry("higher", true),
            Map.entry("larger", true), Map.entry("bigger", true), Map.entry("greater", true), Map.entry("faster", true),
            Map.entry("stronger", true), Map.entry("better", true), Map.entry("longer", true), Map.entry("less", false),
            Map.entry("fewer", false), Map.entry("lower", false), Map.entry("smaller", false),
            Map.entry("slower", false),
            Map.entry("weaker", false), Map.entry("worse", false), Map.entry("shorter", false),
            Map.entry("banyak", true),
            Map.entry("tinggi", true), Map.entry("besar", true), Map.entry("cepat", true), Map.entry("kuat", true),
            Map.entry("baik", true), Map.entry("lama", true), Map.entry("sedikit", false), Map.entry("rendah", false),
            Map.entry("kecil", false), Map.entry("lambat", false), Map.entry("lemah", false),
            Map.entry("buruk", false), Map.entry("sering", true), Map.entry("kerap", true),
            Map.entry("ramai", true), Map.entry("terkenal", true), Map.entry("sepi", false),
            Map.entry("quieter", false), Map.entry("busier", true), Map.entry("richer", true),
            Map.entry("poorer", false),
            Map.entry("ngetren", true), Map.entry("ngehits", true), Map.entry("laris", true), Map.entry("viral", true),
            Map.entry("trendier", true), Map.entry("jarang", false), Map.entry("luas", true),
            Map.entry("populer", true),
            Map.entry("panjang", true), Map.entry("pendek", false), Map.entry("wider", true),
            Map.entry("broader", true), Map.entry("narrower", false));

    static final Set<String> THAN = Set.of("than", "dari", "daripada", "dibanding", "dibandingkan", "ketimbang");

    /// Words that give the first place, and those that give the last.
    static final Map<String, Boolean> SUPERLATIVES = Map.ofEntries(Map.entry("most", true), Map.entry("highest", true),
            Map.entry("largest", true), Map.entry("biggest", true), Map.entry("greatest", true),
            Map.entry("fastest", true),
            Map.entry("strongest", true), Map.entry("best", true), Map.entry("top", true), Map.entry("leads", true),
            Map.entry("leading", true), Map.entry("leader", true), Map.entry("least", false),
            Map.entry("fewest", false), Map.entry("lowest", false), Map.entry("smallest", false),
            Map.entry("slowest", false),
            Map.entry("weakest", false), Map.entry("worst", false), Map.entry("terbanyak", true),
            Map.entry("tertinggi", true),
            Map.entry("terbesar", true), Map.entry("tercepat", true), Map.entry("terkuat", true),
            Map.entry("terbaik", true),
            Map.entry("teratas", true), Map.entry("memimpin", true), Map.entry("juara", true),
            Map.entry("terendah", false),
            Map.entry("terkecil", false), Map.entry("tersedikit", false), Map.entry("terlambat", false),
            Map.entry("terlemah", false), Map.entry("terburuk", false));

    static final Map<String, Integer> ORDINALS = Map.ofEntries(Map.entry("first", 1), Map.entry("second", 2),
            Map.entry("third", 3), Map.entry("fourth", 4), Map.entry("fifth", 5), Map.entry("sixth", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8), Map.entry("ninth", 9), Map.entry("tenth", 10), Map.entry("pertama", 1),
            Map.entry("kedua", 2),
            Map.entry("ketiga", 3), Map.entry("keempat", 4), Map.entry("kelima", 5), Map.entry("keenam", 6),
            Map.entry("ketujuh", 7), Map.entry("kedelapan", 8), Map.entry("kesembilan", 9), Map.entry("kesepuluh", 10));

    static final Set<String> CAUSES = Set.of("because", "caused", "causes", "cause", "causing", "drove", "drives",
            "driven",
            "driving", "thanks", "owing", "therefore", "fuelled", "fueled", "sparked", "triggered", "karena", "sebab",
            "disebabkan",
            "menyebabkan", "penyebab", "akibat", "akibatnya", "berkat", "dipicu", "memicu", "didorong", "mendorong",
            "gara",
            "sehingga", "lantaran", "hence", "due", "led", "why", "reason", "alasan", "explains", "explained",
            "boosted", "boosting", "credited", "attributed", "attributable", "propelled", "propelling", "spurred",
            "spurring", "powered", "prompted", "prompting", "stems", "stemmed", "stemming", "courtesy", "owed",
            "resulting", "resulted", "fueling", "fuelling", "sparking", "triggering", "triggers", "inspired",
            "ignited", "driver", "drivers", "blame", "blamed", "terdorong",
            "terpicu", "ditopang", "menopang", "didukung", "mendukung", "imbas", "buntut", "dampak", "efek",
            "dipengaruhi", "memengaruhi", "mempengaruhi", "mengakibatkan", "diakibatkan",
            "didongkrak", "mendongkrak", "makanya", "soalnya", "mengapa",
            "kenapa");

    static final Map<String, Double> NUMBERS = Map.ofEntries(Map.entry("zero", 0d), Map.entry("one", 1d),
            Map.entry("two", 2d),
            Map.entry("three", 3d), Map.entry("four", 4d), Map.entry("five", 5d), Map.entry("six", 6d),
            Map.entry("seven", 7d),
            Map.entry("eight", 8d), Map.entry("nine", 9d), Map.entry("ten", 10d), Map.entry("eleven", 11d),
            Map.entry("twelve", 12d), Map.entry("thirteen", 13d), Map.entry("fourteen", 14d), Map.entry("fifteen", 15d),
            Map.entry("sixteen", 16d), Map.entry("seventeen", 17d), Map.entry("eighteen", 18d),
            Map.entry("nineteen", 19d),
            Map.entry("twenty", 20d), Map.entry("thirty", 30d), Map.entry("forty", 40d), Map.entry("fifty", 50d),
            Map.entry("sixty", 60d), Map.entry("seventy", 70d), Map.entry("eighty", 80d), Map.entry("ninety", 90d),
            Map.entry("nol", 0d), Map.entry("satu", 1d), Map.entry("dua", 2d),
            Map.entry("tiga", 3d),
            Map.entry("empat", 4d), Map.entry("lima", 5d), Map.entry("enam", 6d), Map.entry("tujuh", 7d),
            Map.entry("delapan", 8d), Map.entry("sembilan", 9d), Map.entry("sepuluh", 10d), Map.entry("sebelas", 11d),
            Map.entry("selusin", 12d));

    static final Map<String, Double> SCALES = Map.ofEntries(Map.entry("k", 1e3), Map.entry("thousand", 1e3),
            Map.entry("rb", 1e3), Map.entry("ribu", 1e3), Map.entry("m", 1e6), Map.entry("mn", 1e6),
            Map.entry("million", 1e6),
            Map.entry("jt", 1e6), Map.entry("juta", 1e6), Map.entry("b", 1e9), Map.entry("bn", 1e9),
            Map.entry("billion", 1e9),
            Map.entry("trillion", 1e12), Map.entry("triliun", 1e12), Map.entry("miliar", 1e9),
            Map.entry("milyar", 1e9), Map.entry("semiliar", 1e9), Map.entry("dozen", 12d), Map.entry("lusin", 12d),
            Map.entry("hundred", 1e2), Map.entry("ratus", 1e2),
            Map.entry("puluh", 1e1), Map.entry("seratus", 1e2), Map.entry("seribu", 1e3), Map.entry("sejuta", 1e6));

    /// Words that are a part of something, by how much.
    static final Map<String, Double> PARTS = Map.ofEntries(Map.entry("half", 0.5), Map.entry("quarter", 0.25),
            Map.entry("quarters", 0.25), Map.entry("third", 1 / 3d), Map.entry("thirds", 1 / 3d),
            Map.entry("fifths", 0.2),
            Map.entry("tenths", 0.1), Map.entry("setengah", 0.5), Map.entry("separuh", 0.5),
            Map.entry("seperempat", 0.25),
            Map.entry("sepertiga", 1 / 3d), Map.entry("seperlima", 0.2), Map.entry("sepersepuluh", 0.1),
            Map.entry("pertiga", 1 / 3d), Map.entry("perempat", 0.25), Map.entry("perlima", 0.2),
            Map.entry("fourths", 0.25), Map.entry("sixths", 1 / 6d), Map.entry("sevenths", 1 / 7d),
            Map.entry("eighths", 0.125), Map.entry("ninths", 1 / 9d), Map.entry("perenam", 1 / 6d),
            Map.entry("pertujuh", 1 / 7d), Map.entry("perdelapan", 0.125), Map.entry("persembilan", 1 / 9d),
            Map.entry("persepuluh", 0.1), Map.entry("seperdua", 0.5), Map.entry("seperenam", 1 / 6d),
            Map.entry("sepertujuh", 1 / 7d), Map.entry("seperdelapan", 0.125), Map.entry("sepersembilan", 1 / 9d),
            Map.entry("seperseratus", 0.01));

    /// Words that are a part where `a` or `one` stands before them, and a place in an order elsewhere.
    static final Map<String, Double> COUNTED_PARTS = Map.of("third", 1 / 3d, "fourth", 0.25, "fifth", 0.2, "sixth",
            1 / 6d, "seventh", 1 / 7d, "eighth", 0.125, "ninth", 1 / 9d, "tenth", 0.1, "hundredth", 0.01);

    /// Words that are so many times something.
    static final Map<String, Double> MULTIPLES = Map.ofEntries(Map.entry("double", 2d), Map.entry("doubled", 2d),
            Map.entry("doubles", 2d), Map.entry("doubling", 2d), Map.entry("twice", 2d), Map.entry("twofold", 2d),
            Map.entry("triple", 3d), Map.entry("tripled", 3d), Map.entry("triples", 3d), Map.entry("tripling", 3d),
            Map.entry("thrice", 3d), Map.entry("threefold", 3d), Map.entry("quadruple", 4d),
            Map.entry("quadrupled", 4d), Map.entry("quadruples", 4d), Map.entry("quadrupling", 4d),
            Map.entry("fourfold", 4d), Map.entry("quintuple", 5d), Map.entry("quintupled", 5d),
            Map.entry("quintuples", 5d), Map.entry("quintupling", 5d), Map.entry("fivefold", 5d),
            Map.entry("sixfold", 6d), Map.entry("sextupled", 6d), Map.entry("sevenfold", 7d),
            Map.entry("septupled", 7d), Map.entry("eightfold", 8d), Map.entry("octupled", 8d),
            Map.entry("ninefold", 9d), Map.entry("tenfold", 10d), Map.entry("hundredfold", 100d),
            Map.entry("berlipat", 2d), Map.entry("halve", 0.5), Map.entry("halves", 0.5), Map.entry("halved", 0.5),
            Map.entry("halving", 0.5));

    /// Words that give a number which cannot be told from them, or a part or multiple that nothing here reads.
    private static final Set<String> VAGUE = Set.of("tens", "dozens", "hundreds", "thousands", "millions", "billions",
            "trillions", "puluhan", "belasan", "lusinan", "ratusan", "ribuan", "jutaan", "miliaran",
            "milyaran", "triliunan", "fold", "folds", "manifold", "lipat", "kelipatan", "melipatgandakan",
            "dilipatgandakan", "berlipatganda", "thousandth", "millionth", "hundredths", "thousandths", "sextuple",
            "septuple", "octuple", "nonuple", "decuple", "handful", "countless", "segelintir", "couple",
            "umpteen");

    /// Ordinary words with which sentences begin, so that their capital says nothing.
    static final Set<String> BEGINNINGS = words("beginnings.txt");

    /// Other ordinary words that are no names.
    static final Set<String> ORDINARY = words("ordinary-words.txt");

    /// Words that tell a chance: what may rise has not risen.
    static final Set<String> CHANCES = words("chances.txt");

    /// Verbs with which `up` is no direction.
    static final Set<String> UP_WITH = words("verbs-with-up.txt");

    /// Words that may stand right behind a number and tell nothing of what it counts.
    private static final Set<String> BEHIND_NUMBERS = words("behind-numbers.txt");

    /// Words of direction and comparison that are no verbs.
    private static final Set<String> PARTICLES = Set.of("up", "down", "upward", "downward", "above", "below", "ahead",
            "behind", "atas", "bawah");

    /// Verbs of what is gained or had: what stands before them is what did so.
    private static final Set<String> PREDICATES = Set.of("gained", "gains", "has", "had", "have", "got", "gets",
            "picked",
            "added", "adds", "leads", "led", "reached", "reaches", "drew", "draws", "earned", "collected", "attracted",
            "won", "holds", "held", "recorded", "logged", "posted", "saw", "sees", "counts", "counted", "meraih",
            "mendapat",
            "mendapatkan", "dapat", "memperoleh", "punya", "memiliki", "mempunyai", "mencapai", "mencatat",
            "mencatatkan", "meraup", "mengumpulkan", "mengantongi", "menarik", "memimpin", "menempati", "menduduki",
            "menembus");

    /// Words with capitals that name nothing that could be missing from evidence.
    static final Set<String> NO_NAMES = Set.of("i", "utc", "gmt", "wib", "tiktok", "fyp", "am", "pm", "er", "ctr",
            "kpi", "k", "m", "wita", "wit",
            "b", "id", "english", "indonesia", "indonesian", "january", "february", "march", "april", "may", "june",
            "july", "august",
            "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
            "sept", "oct", "nov",
            "dec", "januari", "februari", "maret", "mei", "juni", "juli", "agustus", "oktober", "desember", "agu",
            "okt", "des", "monday",
            "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "senin", "selasa", "rabu", "kamis",
            "jumat", "sabtu",
            "ahad", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "minggu",
            "rp", "usd", "idr");

    private Words() {
    }

    /// The words of a list beside the code.
    static Set<String> words(String name) {
        return list(name).stream().flatMap(line -> Stream.of(line.split(" "))).collect(Collectors.toUnmodifiableSet());
    }

    /// A list beside the code: one entry a line, `#` before what is said of it.
    static List<String> list(String name) {
        try (InputStream file = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it says that something rises or falls, and is no noun by which a measure may be called.
    static boolean isVerbOfDirection(String word) {
        return (RISE.contains(word) || FALL.contains(word)) && !NOUNS_OF_DIRECTION.contains(word);
    }

    /// Whether what stands before it does or has something: a verb of what is gained, of direction or of comparison.
    static boolean isPredicate(String word) {
        return PREDICATES.contains(word)
                || (RISE.contains(word) || FALL.contains(word) || COMPARISONS.containsKey(word))
                        && !word.endsWith("ing") && !PARTICLES.contains(word);
    }

    /// Whether it may stand right behind a number and tells nothing of what it counts.
    static boolean isBehindNumber(String word) {
        return BEHIND_NUMBERS.contains(word) || RISE.contains(word) || FALL.contains(word) || STEADY.contains(word)
                || CAUSES.contains(word) || NOT.contains(word) || THAN.contains(word) || PREDICATES.contains(word)
                || COMPARISONS.containsKey(word) || COMPARATIVES.containsKey(word) || SUPERLATIVES.containsKey(word);
    }

    private static final Map<String, Unit> DEEDS = deeds();

    private static Map<String, Unit> deeds() {
        Map<String, Unit> deeds = new HashMap<>();
        Map.of(Unit.VIEWS,
                "viewer viewers viewed watched seen played streamed ditonton dilihat diputar disaksikan disimak menonton",
                Unit.LIKES, "liked like menyukai disukai", Unit.SHARES, "shared share reshared dibagikan membagikan",
                Unit.SAVES, "saved save bookmarked disimpan menyimpan", Unit.COMMENTS,
                "commented comment dikomentari berkomentar", Unit.POSTS,
                "posts post uploads upload publishes posted uploaded published used diunggah mengunggah memposting dipakai digunakan terpakai",
                Unit.FOLLOWERS, "followed diikuti").forEach(
                        (unit, words) -> Stream.of(words.split(" ")).forEach(word -> deeds.put(word, unit)));
        return Map.copyOf(deeds);
    }

    /// What a verb does is counted in, such as views for watched; null where it is none of these.
    static @Nullable Unit deed(String word) {
        return DEEDS.get(word);
    }

    /// In what `so many times` is counted: by the verb next before this place, else the first behind it; null without one.
    static @Nullable Unit done(String clause, int place) {
        Unit done = null;
        for (Text.Word word : Text.placed(clause)) {
            Unit deed = DEEDS.get(word.text());
            done = deed == null || word.start() > place && done != null ? done : deed;
        }
        return done;
    }

    /// Whether it speaks of the order of things or of a chance, which facts bear out or not.
    static boolean isOfOrder(String word) {
        return COMPARISONS.containsKey(word) || COMPARATIVES.containsKey(word) || SUPERLATIVES.containsKey(word)
                || ORDINALS.containsKey(word) || THAN.contains(word) || CHANCES.contains(word);
    }

    /// Whether it is a word of number, so that a sentence in which it was not read as one cannot be traced.
    static boolean isOfNumber(String word) {
        return VAGUE.contains(word) || word.length() > 1 && SCALES.containsKey(word)
                || word.endsWith("fold") && !word.equals("unfold");
    }

    /// Whether it is a word of one of the languages that are read here.
    static boolean isKnown(String word) {
        return BEGINNINGS.contains(word) || RISE.contains(word) || FALL.contains(word) || STEADY.contains(word)
                || CAUSES.contains(word) || NOT.contains(word) || THAN.contains(word) || NUMBERS.containsKey(word)
                || PARTS.containsKey(word) || MULTIPLES.containsKey(word) || SUPERLATIVES.containsKey(word)
                || COMPARISONS.containsKey(word) || Unit.named(word).isPresent()
                || word.length() > 1 && SCALES.containsKey(word);
    }
}
