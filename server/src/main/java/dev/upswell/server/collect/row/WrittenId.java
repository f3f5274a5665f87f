package dev.upswell.server.collect.row;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ids as files carry them: digits, or a floating-point number that has lost their end; and names, which are ids of hashtags and accounts.
public final class WrittenId {

    private static final Pattern FLOAT = Pattern.compile("[+-]?(\\d+\\.\\d*|\\d*\\.\\d+|\\d+)([eE][+-]?\\d+)?");
    private static final int MOST_DIGITS = 20;
    private static final Pattern VIDEO_ADDRESS = Pattern.compile("/(?:video|photo)/(\\d{1,20})(?:[/?#].*)?$");
    private static final Pattern HANDLE_ADDRESS = Pattern.compile("tiktok\\.com/@([^/?#]+)");
    private static final int SECONDS_SHIFT = 32;
    private static final int LONGEST_NAME = 200;

    private WrittenId() {
    }

    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MOST_DIGITS;
    }

    /// Whether a number that was an id has gone through floating point, for example `7.506832745952218e+18`.
    public static boolean hasLostPrecision(String text) {
        return text.length() <= 40 && !isDigits(text) && FLOAT.matcher(text).matches();
    }

    /// The video id at the end of a video's address.
    public static Optional<String> inVideoAddress(@Nullable String address) {
        return find(VIDEO_ADDRESS, address);
    }

    /// The handle in an address of a profile or video.
    public static Optional<String> handleInAddress(@Nullable String address) {
        return find(HANDLE_ADDRESS, address);
    }

    private static Optional<String> find(Pattern pattern, @Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(address);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// The creation time that the upper 32 bits of a video id carry; empty when the id is too short to be a real one.
    public static Optional<Instant> creationTime(String id) {
        if (!isDigits(id) || id.length() < 18) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseUnsignedLong(id) >>> SECONDS_SHIFT));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// A name without the sign that may stand before it, and without blanks around it.
    static String without(char sign, String name) {
        String bare = name.strip();
        return !bare.isEmpty() && bare.charAt(0) == sign ? bare.substring(1) : bare;
    }

    /// Whether a hashtag or an account may be called so: neither blank nor only its sign, without blanks and control characters inside, and
    /// not too long.
    static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME && !text.equals("#") && !text.equals("@")
                && !holdsUnseen(text);
    }

    private static boolean holdsUnseen(String text) {
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.charAt(i);
            if (c > ' ' && c < 0x7f) {
                continue;
            }
            c = text.codePointAt(i);
            if (isUnseen(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnseen(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE;
    }
}
