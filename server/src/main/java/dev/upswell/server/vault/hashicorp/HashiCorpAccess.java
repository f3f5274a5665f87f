package dev.upswell.server.vault.hashicorp;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a HashiCorp Vault is and how Upswell comes in.
///
/// @param url of its API, without the `/v1` at the end
/// @param mount the path of a secrets engine KV, version 2
/// @param path of the secret in that engine
/// @param namespace of Vault's Enterprise edition; empty for none
/// @param authorities a PEM file with the certificates of the authorities to trust; null for those that Java trusts
public record HashiCorpAccess(URI url, String mount, String path, String namespace, Entrance entrance,
        @Nullable Path authorities) {

    /// How Upswell shows who it is.
    public sealed interface Entrance {

        /// By a token, which whoever made it renews.
        record Token(String token) implements Entrance {

            /// Without the token.
            @Override
            public String toString() {
                return "Token[]";
            }
        }

        /// By an AppRole, for a token that is asked for anew when it is over.
        record AppRole(String role, String secret) implements Entrance {

            /// Without the secret.
            @Override
            public String toString() {
                return "AppRole[]";
            }
        }
    }

    /// The one that settings describe.
    ///
    /// @param place the mount and the path below it, such as `secret/upswell`
    /// @param authorities name of a file; empty for none
    public static HashiCorpAccess of(URI url, String place, String namespace, Entrance entrance, String authorities) {
        int slash = place.indexOf('/');
        if (slash < 1 || slash == place.length() - 1) {
            throw new IllegalArgumentException("place (" + place
                    + ") must be a mount and a path below it\nMaybe the mount is missing: secret/upswell.");
        }
        return new HashiCorpAccess(url, place.substring(0, slash), place.substring(slash + 1), namespace, entrance,
                authorities.isBlank() ? null : Path.of(authorities));
    }
}
