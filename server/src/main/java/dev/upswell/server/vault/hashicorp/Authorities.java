package dev.upswell.server.vault.hashicorp;

import dev.upswell.server.vault.VaultRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Authorities whose certificates are trusted, and no others.
final class Authorities {

    private Authorities() {
    }

    /// Those in a PEM file.
    ///
    /// **errors** [VaultRefused] where the file cannot be read, or holds none.
    static SSLContext read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in);
            if (certificates.isEmpty()) {
                throw unusable(file);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(file);
        }
    }

    private static VaultRefused unusable(Path file) {
        return VaultRefused.locked("the authorities to trust HashiCorp Vault by cannot be read from " + file,
                "Set vault.hashicorp.authorities to a file with certificates in PEM, which Upswell may read.");
    }
}
