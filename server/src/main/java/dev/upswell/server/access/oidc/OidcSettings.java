package dev.upswell.server.access.oidc;

import java.util.function.Supplier;

/// The provider by which people of companies sign in.
///
/// @param issuer as the provider writes itself in its tokens, to the letter
/// @param client the id under which the provider knows Upswell, and its secret: asked for each time, for the vault may have another; empty for a public client
/// @param name what the button says of the provider; empty for a usual word
/// @param scopes what is asked for, separated by blanks; `openid` among them
/// @param groupsClaim the claim of the ID token with the groups
public record OidcSettings(String issuer, Client client, String name, String scopes, String groupsClaim,
        GroupRoles roles) {

    /// How Upswell shows itself to the provider.
    public record Client(String id, Supplier<String> secret) {

        /// Without the secret.
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }
}
