package dev.upswell.server.live;

import java.util.Locale;
import java.util.regex.Pattern;

/// Something that a provider is asked about, such as `hashtag:glasshair`.
///
/// @param target a hashtag's name or a creator's handle in lower case without sign, the id of a sound, video
///     or advertiser, a shop's cipher, or words
public record Subject(Feed feed, String target) {

    private static final int LONGEST = 100;
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}/#@]+");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,20}");
    private static final Pattern SHOP = Pattern.compile("[A-Za-z0-9_=.-]{1,100}");
    /// Ids of videos fit into 64 bits, of which the upper half tells the second of the posting.
    private static final Pattern VIDEO_ID = Pattern.compile("\\d{1,19}");

    public Subject {
        target = cleaned(feed, target);
        boolean fits = switch (feed) {
            case HASHTAG, CREATOR -> NAME.matcher(target).matches();
            case SOUND, RESULTS -> DIGITS.matcher(target).matches();
            case ORDERS -> SHOP.matcher(target).matches();
            case VIDEO -> VIDEO_ID.matcher(target).matches();
            case KEYWORD, ADS -> !target.isEmpty() && target.chars().noneMatch(Character::isISOControl);
        };
        if (!fits || target.length() > LONGEST) {
            throw new IllegalArgumentException(feed.label() + " (" + target + ") must be " + switch (feed) {
                case HASHTAG -> "a name without spaces\nMaybe write hashtag:glasshair.";
                case CREATOR -> "a handle without spaces\nMaybe write creator:some_handle.";
                case SOUND, VIDEO, RESULTS -> "the digits of its id\nMaybe copy them from its address.";
                case ORDERS -> "the shop's cipher\nMaybe copy it from the answer to /authorization/202309/shops.";
                case KEYWORD, ADS -> "one to " + LONGEST + " characters\nMaybe use fewer words.";
            });
        }
    }

    private static String cleaned(Feed feed, String target) {
        String bare = target.strip();
        return switch (feed) {
            case HASHTAG -> (bare.startsWith("#") ? bare.substring(1) : bare).toLowerCase(Locale.ROOT);
            case CREATOR -> (bare.startsWith("@") ? bare.substring(1) : bare).toLowerCase(Locale.ROOT);
            case SOUND, VIDEO, KEYWORD, ADS, RESULTS, ORDERS -> bare;
        };
    }

    /// The subject written as `feed:target`.
    ///
    /// **errors** `IllegalArgumentException` when it is none.
    public static Subject parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "subject (" + text + ") must be FEED:TARGET\nMaybe write hashtag:" + text + ".");
        }
        return new Subject(Feed.of(text.substring(0, colon).strip().toLowerCase(Locale.ROOT)),
                text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return feed.label() + ":" + target;
    }
}
