package dev.upswell.server.collect.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs the beans [dev.upswell.server.collect.intake.Intake],
/// [dev.upswell.server.collect.intake.ImportLog], [dev.upswell.server.collect.intake.SourceRepository],
/// [dev.upswell.server.collect.intake.SetAsideRepository] [dev.upswell.server.collect.intake.MappedIntake],
/// [dev.upswell.server.collect.intake.MappingUseRepository], [dev.upswell.server.mapping.KeptMappings] and an `InstantSource`, and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({ImportsResource.class, QuarantineResource.class, SourcesResource.class, MappingsResource.class})
public class CollectRestConfiguration {
}
