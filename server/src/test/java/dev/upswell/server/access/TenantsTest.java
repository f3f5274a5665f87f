package dev.upswell.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.store.TestDatabase;
import org.junit.jupiter.api.Test;

class TenantsTest {

    private final Tenants tenants = new Tenants(TestDatabase.shared().tenants());

    @Test
    void aTenantIsCreatedOnceAndFoundByName() {
        TenantName name = new TenantName("brand-7");

        assertThat(tenants.find(name)).isEmpty();
        var created = tenants.findOrCreate(name);

        assertThat(tenants.findOrCreate(name)).isEqualTo(created);
        assertThat(tenants.find(name)).contains(created);
        assertThat(tenants.list()).contains(name);
    }

    @Test
    void namesAreLowerCaseWords() {
        assertThatThrownBy(() -> new TenantName("Brand 7")).hasMessage(
                "tenant name (Brand 7) must be 1 to 63 lower-case letters, digits and hyphens\nMaybe write it in lower case.");
    }
}
