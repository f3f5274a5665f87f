package dev.upswell.people;

import dev.upswell.numeric.Dice;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/// Writes what stands below videos: a caption in the poster's language, and hashtags, some of which mislead.
final class Captions {

    private static final double VAGUE = 0.15;
    private static final double NO_HASHTAGS = 0.2;
    private static final double IN_ENGLISH = 0.3;
    private static final double WITHOUT_MARKS = 0.7;
    private static final List<String> SIGNS = List.of("😭", "✨", "😂", "🔥", "🥹", "👀", "🤍", "🙌");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private final Dice dice;
    private final Tongue tongue;
    private final WordLists words = WordLists.READ;

    Captions(Dice dice, Tongue tongue) {
        this.dice = dice;
        this.tongue = tongue;
    }

    /// A text with its hashtags behind it, and these once more.
    record Written(String caption, List<String> hashtags) {
    }

    /// What is written below a video about these subjects; hashtags are of `tagged` instead of the first when that is another.
    Written write(int subject, int second, Form form, int tagged) {
        String text = dice.chance(VAGUE)
                ? dice.pick(words.vague(tongue))
                : dice.pick(words.captions(form, tongue)).replace("{a}", term(subject))
                        .replace("{b}", second < 0 ? otherTerm(subject) : term(second));
        if (dice.chance(0.35)) {
            text += ' ' + dice.pick(SIGNS);
        }
        List<String> tags = dice.chance(NO_HASHTAGS) ? List.of() : hashtags(tagged, tagged == subject ? second : -1);
        StringBuilder caption = new StringBuilder(text);
        tags.forEach(tag -> caption.append(" #").append(tag));
        return new Written(caption.toString(), tags);
    }

    private String term(int subject) {
        return dice.pick(words.terms(subject, tongue));
    }

    private String otherTerm(int subject) {
        List<String> terms = words.terms(subject, tongue);
        return terms.get(terms.size() - 1);
    }

    private List<String> hashtags(int subject, int second) {
        SequencedSet<String> tags = new LinkedHashSet<>();
        for (int i = 1 + dice.below(2); i > 0; i--) {
            tags.add(tag(dice.pick(words.terms(subject, written()))));
        }
        if (second >= 0 && dice.chance(0.6)) {
            tags.add(tag(dice.pick(words.terms(second, written()))));
        }
        if (dice.chance(0.5)) {
            tags.add(tag(dice.pick(words.tags(WordLists.topicOf(subject), written()))));
        }
        for (int i = dice.below(3); i > 0; i--) {
            tags.add(tag(dice.pick(words.general(tongue))));
        }
        return new ArrayList<>(tags);
    }

    private Tongue written() {
        return dice.chance(IN_ENGLISH) ? Tongue.EN : tongue;
    }

    private String tag(String term) {
        String joined = term.toLowerCase(Locale.ROOT).replace(" ", "").replace("-", "");
        if (tongue != Tongue.VI || !dice.chance(WITHOUT_MARKS)) {
            return joined;
        }
        String plain = MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFD)).replaceAll("");
        return Normalizer.normalize(plain, Normalizer.Form.NFC).replace('đ', 'd');
    }
}
