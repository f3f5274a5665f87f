package dev.upswell.server.vault.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controller of the page of keys; needs a [dev.upswell.server.vault.ProviderKeys] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(KeysController.class)
public class VaultPagesConfiguration {
}
