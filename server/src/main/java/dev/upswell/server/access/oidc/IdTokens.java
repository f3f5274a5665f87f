package dev.upswell.server.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyConverter;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import dev.upswell.server.access.oidc.NotRecognised.Reason;
import java.security.Key;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Believes ID tokens, or does not: signed with a public key of the provider, by it, for Upswell, for this sign-in, and now.
///
/// **errors** [NotRecognised] for every other token; a minute is allowed for clocks that differ.
///
/// **source** OpenID Connect Core 1.0, section 3.1.3.7
final class IdTokens {

    private static final int SKEW_SECONDS = 60;

    /// Those with a pair of keys: whoever can check one cannot make one. None, and those of a shared secret, are not among them.
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384,
            JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256,
            JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    private final OidcSettings settings;
    private final Provider provider;
    private final InstantSource clock;

    IdTokens(OidcSettings settings, Provider provider, InstantSource clock) {
        this.settings = settings;
        this.provider = provider;
        this.clock = clock;
    }

    /// What a token says.
    JWTClaimsSet believed(String text, String nonce) throws NotRecognised {
        SignedJWT token = signed(text);
        if (!fits(token, provider.keys()) && !fits(token, provider.newerKeys())) {
            throw untrue("no key of the provider made its signature");
        }
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            new Claims(settings, nonce, clock.instant()).verify(claims, null);
            require(claims);
            return claims;
        } catch (ParseException | BadJWTException e) {
            throw untrue(String.valueOf(e.getMessage()));
        }
    }

    private void require(JWTClaimsSet claims) throws ParseException, NotRecognised {
        String subject = claims.getSubject();
        String party = claims.getStringClaim("azp");
        if (subject == null || subject.isBlank() || subject.length() > 255) {
            throw untrue("it names nobody");
        }
        if (party == null ? claims.getAudience().size() > 1 : !party.equals(settings.client().id())) {
            throw untrue("it was made for another party");
        }
        if (claims.getIssueTime().toInstant().isAfter(clock.instant().plusSeconds(SKEW_SECONDS))) {
            throw untrue("it was made in the future");
        }
    }

    private static SignedJWT signed(String text) throws NotRecognised {
        try {
            if (JWTParser.parse(text) instanceof SignedJWT token
                    && ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
                return token;
            }
            throw untrue("it is not signed by a pair of keys");
        } catch (ParseException e) {
            throw untrue("it is no token");
        }
    }

    private static boolean fits(SignedJWT token, JWKSet keys) {
        JWSHeader header = token.getHeader();
        List<Key> candidates = List
                .copyOf(KeyConverter.toJavaKeys(new JWKSelector(JWKMatcher.forJWSHeader(header)).select(keys)));
        return candidates.stream().anyMatch(key -> {
            try {
                return token.verify(new DefaultJWSVerifierFactory().createJWSVerifier(header, key));
            } catch (JOSEException e) {
                return false;
            }
        });
    }

    private static NotRecognised untrue(String what) {
        return new NotRecognised(Reason.UNTRUE, "the ID token is not believed: " + what);
    }

    /// Issuer, audience, nonce and times at this instant.
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Instant now;

        Claims(OidcSettings settings, String nonce, Instant now) {
            super(Set.of(settings.client().id()),
                    new JWTClaimsSet.Builder().issuer(settings.issuer()).claim("nonce", nonce).build(),
                    Set.of("sub", "exp", "iat"), Set.of());
            this.now = now;
            setMaxClockSkew(SKEW_SECONDS);
        }

        @Override
        protected @Nullable Date currentTime() {
            return Date.from(now);
        }
    }
}
