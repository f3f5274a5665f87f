package dev.upswell.server.collect.viewing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the title of a column in an export of TikTok Studio means, in English or Indonesian.
///
/// Case, punctuation and accents do not count. A unit in the title (`(%)`, `(s)`, `seconds`, `detik`, `ms`) is told apart from
/// what is measured; titles that are not known mean nothing here.
///
/// @param unit in which the title says that bare numbers are written
record StudioTitle(Says says, Unit unit) {

    /// What a column says.
    sealed interface Says {

        /// A figure of the video.
        record Told(Figure figure) implements Says {
        }

        /// The number of the video.
        record VideoId() implements Says {
        }

        /// The address of the video.
        record Address() implements Says {
        }

        /// Until when the figures count.
        record ToldAt() implements Says {
        }

        /// A day, of which nobody knows whether the figures are its own or those until its end.
        record Day() implements Says {
        }
    }

    /// Words that are written in several ways; units among them.
    private static final Map<String, String> SAME = Map.ofEntries(Map.entry("average", "avg"), Map.entry("second", "s"),
            Map.entry("seconds", "s"), Map.entry("sec", "s"), Map.entry("secs", "s"), Map.entry("detik", "s"),
            Map.entry("dtk", "s"), Map.entry("millisecond", "ms"), Map.entry("milliseconds", "ms"),
            Map.entry("milidetik", "ms"), Map.entry("percent", "%"), Map.entry("percentage", "%"),
            Map.entry("pct", "%"), Map.entry("persen", "%"), Map.entry("persentase", "%"),
            Map.entry("fraksi", "fraction"), Map.entry("favourites", "favorites"), Map.entry("visits", "views"),
            Map.entry("visit", "views"));
    private static final Map<String, Unit> UNITS = Map.of("%", Unit.PERCENT, "fraction", Unit.FRACTION, "s",
            Unit.SECONDS, "ms", Unit.MILLISECONDS);
    private static final Set<String> RETENTION = Set.of("retention", "retensi");
    private static final Set<String> BESIDE_RETENTION = Set.of("rate", "tingkat", "at", "pada", "di", "ke", "after",
            "setelah", "the", "mark", "audience", "viewer", "viewers", "penonton", "s", "3", "5", "%", "fraction");
    private static final Map<String, Says> TITLES = titles();

    /// The meaning of a title, if it is known.
    static Optional<StudioTitle> of(String title) {
        List<String> words = words(title);
        Optional<Figure> retention = retention(words);
        if (retention.isPresent()) {
            Unit unit = words.contains("%") ? Unit.PERCENT : words.contains("fraction") ? Unit.FRACTION : Unit.UNSAID;
            return Optional.of(new StudioTitle(new Says.Told(retention.get()), unit));
        }
        List<String> units = words.stream().filter(UNITS::containsKey).distinct().toList();
        if (units.size() > 1) {
            return Optional.empty();
        }
        Unit unit = units.isEmpty() ? Unit.UNSAID : UNITS.getOrDefault(units.getFirst(), Unit.UNSAID);
        Says says = TITLES
                .get(words.stream().filter(word -> !UNITS.containsKey(word)).collect(Collectors.joining(" ")));
        return says == null || !fits(says, unit) ? Optional.empty() : Optional.of(new StudioTitle(says, unit));
    }

    /// The unit that a title says, whatever it is a title of.
    static Unit unit(String title) {
        List<String> words = words(title);
        boolean curve = words.stream().anyMatch(RETENTION::contains);
        List<Unit> said = words.stream().filter(UNITS::containsKey).filter(word -> !curve || !word.equals("s"))
                .map(word -> UNITS.getOrDefault(word, Unit.UNSAID)).distinct().toList();
        return said.size() == 1 ? said.getFirst() : Unit.UNSAID;
    }

    /// Whether such a thing can be told in this unit: `views %` are no views.
    private static boolean fits(Says says, Unit unit) {
        boolean time = unit == Unit.SECONDS || unit == Unit.MILLISECONDS;
        return unit == Unit.UNSAID || (says instanceof Says.Told(Figure figure) && switch (figure) {
            case WATCH_TIME -> time;
            case COMPLETION, REWATCH, RETENTION_3S, RETENTION_5S -> !time;
            case PROFILE_VIEWS, LINK_CLICKS, NEW_FOLLOWERS, VIEWS, LIKES, COMMENTS, SHARES, SAVES -> false;
        });
    }

    private static Optional<Figure> retention(List<String> words) {
        boolean named = words.stream().anyMatch(RETENTION::contains) && words.contains("s")
                && words.stream().allMatch(word -> RETENTION.contains(word) || BESIDE_RETENTION.contains(word));
        if (!named || words.contains("3") == words.contains("5")) {
            return Optional.empty();
        }
        return Optional.of(words.contains("3") ? Figure.RETENTION_3S : Figure.RETENTION_5S);
    }

    private static List<String> words(String title) {
        String bare = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT)
                .replaceAll("(\\d)(\\p{L})", "$1 $2").replaceAll("(\\p{L})(\\d)", "$1 $2").replace("%", " % ");
        return Arrays.stream(bare.split("[^\\p{L}\\p{N}%]+", -1)).filter(word -> !word.isEmpty())
                .map(word -> SAME.getOrDefault(word, word)).toList();
    }

    private static Map<String, Says> titles() {
        Map<String, Says> titles = new HashMap<>();
        told(titles, Figure.COMPLETION, "watched full video", "full video watched", "full video watched rate",
                "watched full video rate", "completion rate", "video completion rate", "completion", "finish rate",
                "menonton video lengkap", "menonton seluruh video", "menonton video penuh", "video ditonton penuh",
                "video ditonton hingga selesai", "video ditonton sampai selesai",
                "video yang ditonton hingga selesai", "ditonton hingga selesai", "ditonton sampai selesai",
                "tingkat penyelesaian", "tingkat penyelesaian video", "rasio penyelesaian");
        told(titles, Figure.WATCH_TIME, "avg watch time", "avg watch", "avg time watched", "avg view duration",
                "avg view time", "avg viewing time", "waktu tonton rata rata", "rata rata waktu tonton",
                "waktu menonton rata rata", "rata rata waktu menonton", "durasi tonton rata rata",
                "rata rata durasi tonton", "rata rata durasi menonton");
        told(titles, Figure.REWATCH, "rewatch ratio", "rewatch rate", "rasio tonton ulang", "rasio menonton ulang",
                "tingkat tonton ulang");
        told(titles, Figure.PROFILE_VIEWS, "profile views", "profile view", "kunjungan profil",
                "kunjungan ke profil", "tampilan profil", "tayangan profil", "penayangan profil");
        told(titles, Figure.LINK_CLICKS, "link clicks", "clicks on link", "website clicks", "bio link clicks",
                "profile link clicks", "klik tautan", "klik link", "klik tautan profil", "klik tautan bio",
                "klik situs web");
        told(titles, Figure.NEW_FOLLOWERS, "new followers", "new follower", "followers gained", "new follows",
                "pengikut baru", "follower baru", "penambahan pengikut");
        told(titles, Figure.VIEWS, "views", "video views", "total views", "total video views", "view count",
                "tayangan", "tayangan video", "total tayangan", "jumlah tayangan", "penayangan", "penayangan video",
                "jumlah penayangan");
        told(titles, Figure.LIKES, "likes", "total likes", "like count", "suka", "jumlah suka", "total suka");
        told(titles, Figure.COMMENTS, "comments", "total comments", "comment count", "komentar", "jumlah komentar",
                "total komentar");
        told(titles, Figure.SHARES, "shares", "total shares", "share count", "dibagikan", "jumlah dibagikan",
                "total dibagikan");
        told(titles, Figure.SAVES, "saves", "favorites", "total saves", "total favorites", "disimpan", "favorit",
                "jumlah disimpan");
        add(titles, new Says.VideoId(), "video id", "item id", "post id", "id video", "id postingan", "id post");
        add(titles, new Says.Address(), "video link", "video url", "link", "url", "post link", "post url",
                "link video", "tautan", "tautan video", "url video", "tautan postingan", "link postingan",
                "share url", "permalink");
        add(titles, new Says.ToldAt(), "observed at", "exported at", "exported on", "export time", "export date",
                "as of", "data as of", "diekspor pada", "waktu ekspor", "tanggal ekspor", "data per");
        add(titles, new Says.Day(), "date", "day", "time", "tanggal", "hari", "waktu");
        return Map.copyOf(titles);
    }

    private static void told(Map<String, Says> titles, Figure figure, String... names) {
        add(titles, new Says.Told(figure), names);
    }

    private static void add(Map<String, Says> titles, Says says, String... names) {
        for (String name : names) {
            titles.put(name, says);
        }
    }
}
