package dev.upswell.taste;

import dev.upswell.embed.Vector;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A kind of content, by its words.
///
/// @param tag its name: letters and digits in lower case, joined by `_`
/// @param description one or two sentences
/// @param keywords terms that set it apart, the most telling first
/// @param vector what [#text] says
/// @param centre the midst of the texts that it was made from, by which a later run knows it again; the vector itself where nobody told
/// @param forerunner tag of the category before that it came out of and is no longer; null where it is new or the same
/// @param mapped further words that were put to it and that its texts bear out; they name nothing and carry nothing on
public record Category(String tag, String description, List<String> keywords, Vector vector, Vector centre,
        @Nullable String forerunner, List<String> mapped) {

    private static final Pattern TAG = Pattern
            .compile("[\\p{Ll}\\p{Lo}\\p{M}\\p{N}]+(_[\\p{Ll}\\p{Lo}\\p{M}\\p{N}]+)*");
    private static final int LONGEST = 80;

    public Category {
        if (tag.length() > LONGEST || !TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("tag (" + tag
                    + ") must be lower-case letters and digits joined by _, 80 at most\nMaybe write street_food.");
        }
        keywords = List.copyOf(keywords);
        mapped = List.copyOf(mapped);
    }

    /// To which no further words were put.
    public Category(String tag, String description, List<String> keywords, Vector vector, Vector centre,
            @Nullable String forerunner) {
        this(tag, description, keywords, vector, centre, forerunner, List.of());
    }

    /// The same with these further words.
    public Category mapped(List<String> words) {
        return new Category(tag, description, keywords, vector, centre, forerunner, words);
    }

    /// The category in one text, as its vector speaks of it.
    public String text() {
        return text(tag, description, keywords);
    }

    /// What a category of these says in one text.
    public static String text(String tag, String description, List<String> keywords) {
        return tag + ": " + description + " Keywords: " + String.join(", ", keywords);
    }
}
