package dev.upswell.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final String EASY = "This password is too easy to guess.";

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "Passw0rd2026", "qwertyuiop123", "1qaz2wsx3edc", "iloveyou1234",
            "aaaaaaaaaaaaaaaa",
            "123456789012", "unbelievable"})
    void whatManyTakeIsRefused(String password) {
        assertThatThrownBy(() -> Passwords.hash(password)).isInstanceOf(AccessRefused.class).hasMessageContaining(EASY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upswell2026!!", "TikTokCreator1", "katasandi123", "mira-agency-2026", "Agency.Mira#77"})
    void namesOfThePersonTheTenantAndTheProductDoNotCount(String password) {
        assertThatThrownBy(() -> Passwords.hash(password, "mira", "agency")).isInstanceOf(AccessRefused.class)
                .hasMessageContaining(EASY).hasMessageNotContaining(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"four words and a half", "correct horse battery staple", "mira sings under four lamps",
            "kopi pagi di atas genteng biru", "xk7#qPz2!vRt"})
    void aFewWordsOrAnythingHardAreTakenWhateverTheyAreMadeOf(String password) {
        assertThat(Passwords.fits(password, Passwords.hash(password, "mira", "agency"))).contains(true);
    }

    @Test
    void everyOneOfTheMostCommonThatIsLongEnoughIsRefused() throws IOException {
        try (BufferedReader list = new BufferedReader(new InputStreamReader(Objects.requireNonNull(Zxcvbn.class
                .getResourceAsStream("/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt")),
                StandardCharsets.UTF_8))) {
            List<String> common = list.lines().filter(one -> one.length() >= Passwords.SHORTEST).toList();

            assertThat(common).hasSizeGreaterThan(200).allSatisfy(one -> assertThatThrownBy(() -> Passwords.hash(one))
                    .isInstanceOf(AccessRefused.class));
        }
    }

    @Test
    void aLongOneIsJudgedByItsBeginning() {
        String long200 = "four words and a half ".repeat(10).substring(0, Passwords.LONGEST);

        assertThat(Passwords.fits(long200, Passwords.hash(long200))).contains(true);
    }
}
