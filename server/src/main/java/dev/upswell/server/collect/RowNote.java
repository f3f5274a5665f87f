package dev.upswell.server.collect;

/// Something about a row that was taken all the same, worth telling.
public enum RowNote {
    SOUND_ID_PRECISION_LOST("the sound id lost its last digits in a floating-point number and was left out"),
    ID_FROM_URL("the video id was missing or damaged and was taken from the video's address"),
    CREATION_TIME_FROM_ID("the creation time was missing and was taken from the video id"),
    UNDATED("the row does not say when it was observed: it entered as content, without an observation"),
    PHOTO_POST_VIEWS_UNKNOWN("the provider reports 0 views for this photo post, which means unknown"),
    VIEWS_UNKNOWN("the provider reports 0 views beside likes, which means unknown"),
    AMOUNT_ROUNDED("an amount of money has more digits than are kept and was rounded to a millionth"),
    HASHTAG_LEFT_OUT("a hashtag without a usable name was left out");

    private final String meaning;

    RowNote(String meaning) {
        this.meaning = meaning;
    }

    /// What it means, in words for people.
    public String meaning() {
        return meaning;
    }
}
