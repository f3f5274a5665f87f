package dev.upswell.recommend;

/// How a list is kept from being of one piece.
///
/// @param authorAgain what the score of a video is multiplied by when its author stands in the list already
/// @param tagsAgain the same for a set of categories that stands there already
/// @param perAuthor how many of an author may stand among the first `top` places, while there is anybody else
/// @param top places
public record Diversity(double authorAgain, double tagsAgain, int perAuthor, int top) {

    /// As the spec has it, two of an author among twenty.
    public static final Diversity USUAL = new Diversity(0.9, 0.85, 2, 20);

    public Diversity {
        if (!(authorAgain > 0 && authorAgain <= 1 && tagsAgain > 0 && tagsAgain <= 1) || perAuthor < 1 || top < 1) {
            throw new IllegalArgumentException("diversity (author × " + authorAgain + ", tags × " + tagsAgain + ", "
                    + perAuthor
                    + " of an author in the first " + top
                    + ") must have factors above 0 up to 1, and numbers from 1\nMaybe a reduction was given in place of a factor.");
        }
    }
}
