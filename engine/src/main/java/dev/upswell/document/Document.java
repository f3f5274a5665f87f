package dev.upswell.document;

import java.util.List;
import java.util.Locale;

/// A report, ready to be shown in any format.
///
/// @param language of its words: English or Indonesian
/// @param mostPages how many pages A4 it may have
public record Document(String title, String subtitle, Locale language, int mostPages, List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
        if (title.isBlank() || mostPages < 1) {
            throw new IllegalArgumentException("document (" + title + ", " + mostPages
                    + " pages) must have a title and a page\nMaybe the hashtag is missing.");
        }
    }

    /// The same on no more than so many pages.
    public Document within(int pages) {
        return new Document(title, subtitle, language, pages, blocks);
    }
}
