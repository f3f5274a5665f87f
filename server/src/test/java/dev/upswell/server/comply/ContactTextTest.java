package dev.upswell.server.comply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTextTest {

    private final Findings findings = new Findings();

    private String clean(String text) {
        return ContactText.cleaned(text, findings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "write to some.one+ads@example.com please | write to [e-mail] please",
            "Mail:SOME_ONE@sub.example.co.id! | Mail:[e-mail]!",
            "合作请联系some1@example.com谢谢 | 合作请联系[e-mail]谢谢",
            "ติดต่อsome1@example.comได้เลย | ติดต่อ[e-mail]ได้เลย",
            "пишите на почта@пример.рф срочно | пишите на [e-mail] срочно",
            "some1＠example．com | [e-mail]",
            "book: some1 @ gmail.com | book: [e-mail]",
            "WA 0812-3456-7890 | WA [phone]",
            "wa.me/6281234567890 order | [phone] order",
            "https://api.whatsapp.com/send?phone=6281234567890&text=hi | [phone]&text=hi",
            "HP:081234567890, buka 24 jam | HP:[phone], buka 24 jam",
            "order 0812 3456 7890 24 jam | order [phone] 24 jam",
            "call +1 (555) 234-5678 now | call [phone] now",
            "(021) 555-12345 | [phone]",
            "☎ 555-1234 | ☎ [phone]",
            "Zalo 0912.345.678 nhé | Zalo [phone] nhé",
            "liên hệ: 0912345678 hoặc 0987 654 321 | liên hệ: [phone] hoặc [phone]",
            "电话13800138000微信同号 | 电话[phone]微信同号",
            "โทร 081-234-5678 | โทร [phone]",
            "واتساب ٠٥٠١٢٣٤٥٦٧ | واتساب [phone]",
            "тел. 8 912 345-67-89 | тел. [phone]",
            "전화 010-1234-5678 | 전화 [phone]",
            "zap (11) 91234-5678 | zap [phone]",
            "wa0812345678 atau 0812345679/0812345670 | wa[phone] atau [phone]/[phone]",
            "a@b.co b@c.org +4915112345678 | [e-mail] [e-mail] [phone]"})
    void contactsAreReplaced(String written, String kept) {
        assertThat(clean(written)).isEqualTo(kept);
        assertThat(findings.anyCleaned()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "thanks @some.one and @other_one for the idea", "duet with @user1234567890 #fyp", "#08123456789 #2025",
            "10000000 views in 3 days", "1.500.000.000 rupiah", "Rp 1.250.000 / 2.500.000", "harga 15000000 saja",
            "$1234567", "followers: 12345678", "2025-05-03 10:00 until 2025-05-04 11:30",
            "01.02.2026 10:00, 02.02.2026",
            "12/05/2025 - 13/05/2025", "episode 1 2 3 4 5 6 7 8 9 10",
            "https://www.tiktok.com/@some.one/video/7300000000000000001",
            "https://shop.example/p/0812345678", "3.14159265358979", "0.123456789", "order 7300000000000000001",
            "iPhone 15 Pro Max 256GB 2024 2025", "1746266400", "me @ home", "@ 7pm", "50@50", "v1.2.3.4567890",
            "score 1234567:7654321", "+100000000 aura", "tel aviv 2024", "GPT-4 1234567% real"})
    void numbersAndHandlesStay(String written) {
        assertThat(clean(written)).isSameAs(written);
        assertThat(findings.anyCleaned()).isFalse();
    }

    @Test
    void whatIsTakenOutIsCounted() {
        clean("a@b.co or c@d.org, wa 0812 3456 7890");

        assertThat(findings.cleaned()).isEqualTo(Map.of("e-mail", 2L, "phone", 1L));
    }

    @Property
    void cleaningTwiceIsCleaningOnce(@ForAll("captions") String text) {
        String once = clean(text);

        assertThat(clean(once)).isEqualTo(once);
    }

    @Property
    void anAddressNeverPasses(@ForAll("captions") String before, @ForAll("captions") String after) {
        String kept = clean(before + " zq.person@zq-mail.example " + after);

        assertThat(kept).doesNotContain("zq.person").contains(ContactText.EMAIL);
    }

    @Property
    void anInternationalNumberNeverPasses(@ForAll("words") String before, @ForAll("words") String after) {
        assertThat(clean(before + " +62 812-3456-7890 " + after)).doesNotContain("3456").contains(ContactText.PHONE);
    }

    @Property
    void textWithoutDigitsAndAtSignsStaysTheSame(@ForAll @StringLength(max = 200) String text) {
        String harmless = text.replaceAll("[\\p{Nd}@＠]", "x");

        assertThat(clean(harmless)).isSameAs(harmless);
    }

    @Provide
    Arbitrary<String> captions() {
        Arbitrary<String> pieces = Arbitraries.of("wa", "hp ", "@", ".", "+", "0812", " ", "3456", "-", "(", ")", "/",
                "com",
                "example", "电话", "٠٥٠", "#", "1.000", ":", "😀", "ติดต่อ", "[e-mail]", "\n");
        return pieces.list().ofMaxSize(24).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> words() {
        Arbitrary<String> word = Arbitraries.strings().alpha().ofMaxLength(8);
        return Combinators.combine(word, word).as((one, other) -> one + " " + other);
    }
}
