package dev.upswell.server.privacy.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages about personal data and about erased tenants; need [dev.upswell.server.privacy.Privacy],
/// [dev.upswell.server.privacy.TenantErasures] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({PrivacyController.class, TenantErasureController.class})
public class PrivacyPagesConfiguration {
}
