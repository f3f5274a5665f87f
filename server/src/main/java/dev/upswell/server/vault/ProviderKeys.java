package dev.upswell.server.vault;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys of providers, by the names of their settings: those that a person gave to the vault, and those that settings give,
/// which win.
public interface ProviderKeys {

    /// The most characters of a key.
    int LONGEST = 8_192;

    /// Where a key comes from.
    enum Origin {
        /// A setting or the environment.
        SETTING,
        /// The vault.
        VAULT,
        /// The vault, which cannot open it: the master key is another.
        CLOSED,
        /// Nowhere: it is not set.
        NONE
    }

    /// How a key stands.
    ///
    /// @param print the first 12 hexadecimal digits of its SHA-256; null where there is no key that can be read
    /// @param setAt when it came into the vault or was sealed anew; null where it did not
    record Standing(String name, Origin origin, @Nullable String print, @Nullable Instant setAt) {
    }

    /// All keys that there can be, by name.
    List<Standing> list();

    /// Keeps this key, in place of an earlier one.
    ///
    /// **errors** [VaultRefused] when there is no key of this name, or the text cannot be one; the text is not repeated.
    Standing set(String name, String value);

    /// Forgets the key in the vault.
    ///
    /// **errors** [VaultRefused] when there is none.
    Standing remove(String name);
}
