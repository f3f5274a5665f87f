package dev.upswell.server.vault.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.vault.ProviderKeys] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(KeysResource.class)
public class VaultRestConfiguration {
}
