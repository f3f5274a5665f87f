package dev.upswell.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MasterKeyTest {

    private static final MasterKey KEY = MasterKey.random();

    @Property(tries = 200)
    void whatIsSealedOpensUnderItsPlace(@ForAll @Size(max = 300) byte[] clear, @ForAll String place) {
        assertThat(KEY.open(place, KEY.seal(place, clear))).isEqualTo(clear);
    }

    @Property(tries = 200)
    void noBitCanBeChanged(@ForAll @Size(max = 60) byte[] clear, @ForAll @IntRange(min = 0) int which) {
        Sealed sealed = KEY.seal("here", clear);
        byte[] nonce = sealed.nonce();
        byte[] text = sealed.text();
        int bit = which % ((nonce.length + text.length) * 8);
        byte[] changed = bit / 8 < nonce.length ? nonce : text;
        changed[(bit / 8) % nonce.length % changed.length] ^= (byte) (1 << bit % 8);

        assertThatThrownBy(() -> KEY.open("here", new Sealed(sealed.keyId(), nonce, text)))
                .isInstanceOf(VaultRefused.class).hasMessageContaining("changed or moved");
    }

    @Test
    void whatIsMovedToAnotherPlaceOrKeyStaysClosed() {
        Sealed sealed = KEY.seal("tenant 1\nkey/a", new byte[]{1, 2, 3});

        assertThatThrownBy(() -> KEY.open("tenant 2\nkey/a", sealed)).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> KEY.open("tenant 1\nkey/b", sealed)).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> MasterKey.random().open("tenant 1\nkey/a", sealed)).isInstanceOf(VaultRefused.class);
    }

    @Test
    void theSameSecretIsNeverSealedTheSameWay() {
        assertThat(KEY.seal("here", new byte[16]).text()).isNotEqualTo(KEY.seal("here", new byte[16]).text());
    }

    @Test
    void aKeyIsWrittenReadAndNeverShown() {
        MasterKey read = MasterKey.of(KEY.written() + "\n", "a test");

        assertThat(read.id()).isEqualTo(KEY.id());
        assertThat(read.open("x", KEY.seal("x", new byte[]{7}))).containsExactly(7);
        assertThat(KEY.toString() + KEY.seal("x", new byte[1])).doesNotContain(KEY.written());
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutBeingRepeated() {
        for (String text : new String[]{"", "hunter2-hunter2", Base64.getEncoder().encodeToString(new byte[31])}) {
            assertThatThrownBy(() -> MasterKey.of(text, "vault.master-key")).isInstanceOf(VaultRefused.class)
                    .hasMessageContaining("the master key in vault.master-key is none")
                    .hasMessageContaining("openssl rand").hasMessageNotContaining("hunter2");
        }
    }
}
