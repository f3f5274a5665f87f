/// Signing in by the provider of a company (OpenID Connect): authorization code with PKCE, checked ID tokens, groups as roles.
@NullMarked
package dev.upswell.server.access.oidc;

import org.jspecify.annotations.NullMarked;
