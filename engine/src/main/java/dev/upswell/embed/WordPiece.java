package dev.upswell.embed;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Cuts a text into the pieces that BERT's models were trained on, without case and without marks on letters.
///
/// **source** Wu et al. (2016), Google's neural machine translation system, section 4.1; Devlin et al. (2019), BERT's normalisation: control
/// letters out, Chinese letters each alone, marks off, lower case, punctuation each alone, then the longest piece from the left.
final class WordPiece {

    private static final String START = "[CLS]";
    private static final String END = "[SEP]";
    private static final String UNKNOWN = "[UNK]";
    private static final String GOES_ON = "##";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> ids;
    private final int longest;

    /// @param longest at most so many pieces of a text are kept, start and end included
    WordPiece(Map<String, Integer> ids, int longest) {
        this.ids = ids;
        this.longest = longest;
        for (String needed : List.of(START, END, UNKNOWN)) {
            if (!ids.containsKey(needed)) {
                throw new IllegalArgumentException("vocabulary (" + ids.size() + " pieces) must have " + needed
                        + "\nMaybe it is of another kind of model.");
            }
        }
    }

    /// The numbers of a text's pieces, between those of start and end.
    long[] ids(String text) {
        List<String> pieces = new ArrayList<>();
        pieces.add(START);
        for (String word : words(text)) {
            if (pieces.size() >= longest - 1) {
                break;
            }
            pieces.addAll(pieces(word));
        }
        List<String> kept = new ArrayList<>(pieces.subList(0, Math.min(pieces.size(), longest - 1)));
        kept.add(END);
        return kept.stream().mapToLong(piece -> ids.getOrDefault(piece, ids.get(UNKNOWN))).toArray();
    }

    private static List<String> words(String text) {
        StringBuilder spaced = new StringBuilder();
        text.codePoints().filter(c -> !dropped(c)).forEach(c -> alone(c, chinese(c), spaced));
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(spaced, Normalizer.Form.NFD).codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> bare.appendCodePoint(c));
        StringBuilder apart = new StringBuilder();
        bare.toString().toLowerCase(Locale.ROOT).codePoints().forEach(c -> alone(c, punctuation(c), apart));
        return List.of(apart.toString().strip().split(" +")).stream().filter(word -> !word.isEmpty()).toList();
    }

    private static void alone(int codePoint, boolean alone, StringBuilder text) {
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            text.append(' ');
        } else if (alone) {
            text.append(' ').appendCodePoint(codePoint).append(' ');
        } else {
            text.appendCodePoint(codePoint);
        }
    }

    private List<String> pieces(String word) {
        int[] letters = word.codePoints().toArray();
        if (letters.length > LONGEST_WORD) {
            return List.of(UNKNOWN);
        }
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < letters.length;) {
            int to = letters.length;
            while (to > from && !ids.containsKey(piece(letters, from, to))) {
                to--;
            }
            if (to == from) {
                return List.of(UNKNOWN);
            }
            pieces.add(piece(letters, from, to));
            from = to;
        }
        return pieces;
    }

    private static String piece(int[] letters, int from, int to) {
        return (from > 0 ? GOES_ON : "") + new String(letters, from, to - from);
    }

    private static boolean dropped(int codePoint) {
        return codePoint == 0 || codePoint == 0xFFFD || switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE ->
                codePoint != '\t'
                        && codePoint != '\n' && codePoint != '\r';
            default -> false;
        };
    }

    private static boolean chinese(int c) {
        return c >= 0x4E00 && c <= 0x9FFF || c >= 0x3400 && c <= 0x4DBF || c >= 0x20000 && c <= 0x2CEAF
                || c >= 0xF900 && c <= 0xFAFF || c >= 0x2F800 && c <= 0x2FA1F;
    }

    private static boolean punctuation(int c) {
        return c > 32 && c < 127 && !Character.isLetterOrDigit(c) || switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                true;
            default -> false;
        };
    }
}
