package dev.upswell.server.comply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds telephone numbers among numbers.
///
/// A number of 7 to 15 digits counts as one only with a reason: it begins with `+`; a word such as WhatsApp, HP or 电话 stands
/// before it; or it has the form of a mobile number as people write it at home. Digits are those of any script.
final class PhoneNumbers {

    private static final int FEWEST = 7;
    private static final int MOST = 15;
    private static final int MOST_GROUPS = 24;
    private static final int LONGEST_GAP = 3;
    /// Digits other than 0 to 9 come behind it.
    private static final char LAST_LATIN_DIGITLESS = '\u065F';
    private static final String GAP = "[ \\u00A0.\\-\\u2010-\\u2013()/]{1,3}";
    /// Not within a word, a decimal, a time or an address, but right behind one of the usual words.
    private static final Pattern RUN = Pattern
            .compile("(?:(?<![\\p{IsLatin}\\p{Nd}_#@=&%$€£¥₫])(?<!\\p{Nd}[.,:/\\-])(?<!\\p{IsLatin}/)"
                    + "|(?<=(?i:wa|hp|tel|telp|zalo|sđt|sdt|whatsapp|hotline|call|lh)))"
                    + "[+＋]?\\(?\\p{Nd}++(?:" + GAP + "\\p{Nd}++)*(?![\\p{IsLatin}\\p{Nd}_%@:])");
    private static final Pattern GROUP = Pattern.compile("\\p{Nd}+");
    private static final Pattern LINK = Pattern.compile(
            "(?i)(?:https?://)?(?:wa\\.me/|api\\.whatsapp\\.com/send/?\\?phone=|(?:tel|sms|whatsapp):)\\+?\\d{7,15}");
    private static final String WORD_END = "\\.?\\s{0,2}(?:no|nr|nomor|number|số|only|me|us|ngay|at|is|của)?\\s{0,2}[:：.\\-–=/]?\\s{0,2}";
    /// Words before a number that make it a telephone number.
    private static final Pattern BEFORE = Pattern
            .compile("(?iu)(?:(?<![\\p{L}\\p{Nd}])(?:whats ?app|watsapp|wasap|wsp|wa|w\\.a"
                    + "|hp|handphone|hotline|tele?pon|telp|tel|telf|tlf|phone|mobile|cell|call|text|sms|zalo|viber|imo"
                    + "|sđt|sdt|đt|dt|điện thoại|lh|liên hệ|hubungi|contact|kontak|cp|celular|cel|teléfono|telefono|fone|zap"
                    + "|whats|тел|телефон|вотсап|ватсап|звоните)|[电電][话話]|手机|手機|微信|전화|연락처|โทรศัพท์|โทร|เบอร์|ติดต่อ"
                    + "|هاتف|واتساب|جوال|موبايل|फोन|व्हाट्सएप|[☎📞📱📲]️?)" + WORD_END + "$");
    private static final int LOOKED_BACK = 32;
    private static final Pattern DATE = Pattern.compile("\\p{Nd}{1,2}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{2,4}(?!\\p{Nd})");
    private static final Pattern AMOUNT = Pattern.compile("\\p{Nd}{1,3}(?:[. ]\\p{Nd}{3})*[. ]000");
    private static final List<Pattern> FORMS = List.of(
            // Mobile and trunk numbers of most countries begin with one 0 and go on without a pause.
            Pattern.compile("\\(?0[1-9]\\d{1,11}(?:\\D{1,3}\\d+)*"),
            Pattern.compile("\\(?[2-9]\\d{2}\\)?[ .-]{1,2}[2-9]\\d{2}[.-]\\d{4}"),
            Pattern.compile("\\(\\d{2}\\) ?9?\\d{4}[ -]\\d{4}"),
            Pattern.compile("1[3-9]\\d{9}"),
            Pattern.compile("1[3-9]\\d[ -]\\d{4}[ -]\\d{4}"),
            Pattern.compile("8[ -]?\\(?9\\d{2}\\)?[ -]?\\d{3}[ -]?\\d{2}[ -]?\\d{2}"));

    private PhoneNumbers() {
    }

    /// Until nothing is left to replace: what stood against a number may itself be one.
    static String replaced(String text, Findings findings) {
        String before = text;
        String after = once(before, findings);
        while (!after.equals(before)) {
            before = after;
            after = once(before, findings);
        }
        return after;
    }

    private static String once(String text, Findings findings) {
        String linked = mayHoldLink(text) ? withoutLinks(text, findings) : text;
        StringBuilder clean = new StringBuilder(linked.length());
        Matcher run = RUN.matcher(linked).useTransparentBounds(true).useAnchoringBounds(false);
        int done = 0;
        for (Span candidate = next(linked, 0); candidate != null; candidate = next(linked, candidate.to())) {
            run.region(candidate.from(), linked.length());
            if (!run.lookingAt()) {
                continue;
            }
            for (Span number : numbers(linked, run.start(), run.end())) {
                clean.append(linked, done, number.from()).append(ContactText.PHONE);
                findings.phone();
                done = number.to();
            }
        }
        return done == 0 ? linked : clean.append(linked, done, linked.length()).toString();
    }

    private static boolean mayHoldLink(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("wa.me/") || lower.contains("whatsapp") || lower.contains("tel:")
                || lower.contains("sms:");
    }

    private static String withoutLinks(String text, Findings findings) {
        Matcher links = LINK.matcher(text);
        return !links.find() ? text : links.replaceAll(found -> {
            findings.phone();
            return Matcher.quoteReplacement(ContactText.PHONE);
        });
    }

    /// The next digits with gaps of which there are enough, with the sign and bracket before them; null when there are none.
    ///
    /// It is found by hand, because most numbers are short and a pattern would look back at every character.
    private static @Nullable Span next(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (!isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int digits = 0;
            int end = at;
            for (int i = at; i < text.length() && i - end <= LONGEST_GAP; i++) {
                char c = text.charAt(i);
                if (isDigit(c)) {
                    digits++;
                    end = i + 1;
                } else if (!isGap(c)) {
                    break;
                }
            }
            if (digits >= FEWEST) {
                return new Span(begin(text, at, from), end);
            }
            at = end;
        }
        return null;
    }

    private static int begin(String text, int digit, int from) {
        int begin = digit > from && text.charAt(digit - 1) == '(' ? digit - 1 : digit;
        boolean plus = begin > from && (text.charAt(begin - 1) == '+' || text.charAt(begin - 1) == '＋');
        return plus ? begin - 1 : begin;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c > LAST_LATIN_DIGITLESS && Character.isDigit(c);
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '.' || c == '-' || c == '(' || c == ')' || c == '/' || c == '\u00A0'
                || c >= '\u2010' && c <= '\u2013';
    }

    /// A part of the text.
    private record Span(int from, int to) {
    }

    /// The telephone numbers in a run of digits with gaps: of each beginning the longest part of whole groups that is one.
    private static List<Span> numbers(String text, int from, int to) {
        List<Span> groups = groups(text, from, to);
        List<Span> found = new ArrayList<>();
        for (int first = 0; first < groups.size(); first++) {
            int last = lastOfNumber(text, groups, first, from);
            if (last >= 0) {
                found.add(new Span(first == 0 ? from : begin(text, groups.get(first)), groups.get(last).to()));
                first = last;
            }
        }
        return found;
    }

    private static List<Span> groups(String text, int from, int to) {
        List<Span> groups = new ArrayList<>();
        Matcher group = GROUP.matcher(text).region(from, to);
        while (group.find() && groups.size() < MOST_GROUPS) {
            groups.add(new Span(group.start(), group.end()));
        }
        return groups;
    }

    /// With the bracket that opens before the group.
    private static int begin(String text, Span group) {
        return text.charAt(group.from() - 1) == '(' ? group.from() - 1 : group.from();
    }

    private static int lastOfNumber(String text, List<Span> groups, int first, int from) {
        int begin = first == 0 ? from : begin(text, groups.get(first));
        if (first > 0 && !parts(text, groups, first)) {
            return -1;
        }
        for (int last = groups.size() - 1; last >= first; last--) {
            int end = groups.get(last).to();
            boolean whole = last == groups.size() - 1 || parts(text, groups, last + 1);
            if (whole && isNumber(text, begin, end)) {
                return last;
            }
        }
        return -1;
    }

    /// Whether one number may end before this group and the next begin with it.
    private static boolean parts(String text, List<Span> groups, int group) {
        String gap = text.substring(groups.get(group - 1).to(), groups.get(group).from());
        return gap.equals("-") || gap.chars().anyMatch(c -> c == ' ' || c == '\u00A0' || c == '/');
    }

    private static boolean isNumber(String text, int from, int to) {
        String written = latin(text.substring(from, to));
        long digits = written.chars().filter(Character::isDigit).count();
        if (digits < FEWEST || digits > MOST || isRound(written) || DATE.matcher(written).lookingAt()) {
            return false;
        }
        if (written.startsWith("+")) {
            return digits > FEWEST && written.charAt(1) != '0';
        }
        boolean ofForm = digits >= 9 && FORMS.stream().anyMatch(form -> form.matcher(written).matches())
                && (!written.startsWith("0") || digits <= 13);
        return ofForm || BEFORE.matcher(text.substring(Math.max(0, from - LOOKED_BACK), from)).find();
    }

    /// An amount, such as 1.500.000 or 10000000.
    private static boolean isRound(String written) {
        return AMOUNT.matcher(written).matches() || written.endsWith("00000");
    }

    private static String latin(String written) {
        StringBuilder latin = new StringBuilder(written.length());
        written.codePoints().map(c -> c == '＋' ? '+' : Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(latin::appendCodePoint);
        return latin.toString();
    }
}
