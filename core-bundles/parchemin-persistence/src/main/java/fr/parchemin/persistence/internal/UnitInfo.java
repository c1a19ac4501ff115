package fr.parchemin.persistence.internal;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** The persistence unit, described by code: there is no container to read a file for us. */
final class UnitInfo implements PersistenceUnitInfo {

    static final String NAME = "parchemin";

    private static final List<String> ENTITIES = Stream.of(
                    ActeEntity.class,
                    AnnulationEntity.class,
                    ApplicationEntity.class,
                    BrancheConnueEntity.class,
                    CandidatureEntity.class,
                    CertificatEntity.class,
                    ClePersonneEntity.class,
                    CleEntity.class,
                    CompteEntity.class,
                    ConstatEntity.class,
                    DecisionEntity.class,
                    DemandeIdentiteEntity.class,
                    EchecEntity.class,
                    EnvoiEntity.class,
                    EvaluateurEntity.class,
                    AttributionEntity.class,
                    JetonApiEntity.class,
                    JetonEntity.class,
                    JuryEntity.class,
                    LaissezPasserEntity.class,
                    LienPersonnelEntity.class,
                    LienEntity.class,
                    MembreEntity.class,
                    MessageEntity.class,
                    MessageLuEntity.class,
                    MigrationEntity.class,
                    NoteEntity.class,
                    NotificationEntity.class,
                    ParametreEntity.class,
                    RattachementEntity.class,
                    PartageEntity.class,
                    PersonneEntity.class,
                    PreferenceEntity.class,
                    SaisieEntity.class,
                    SecoursEntity.class,
                    SessionExterneEntity.class,
                    SnapshotEntity.class,
                    VueEntity.class)
            .map(Class::getName)
            .toList();

    private static final URL ROOT = root();

    private final DataSource pool;

    UnitInfo(DataSource pool) {
        this.pool = pool;
    }

    /** Where this bundle begins, whatever it was loaded from: a framework, a jar, a folder. */
    private static URL root() {
        String known = Migrations.COMMON.get(0);
        URL there = UnitInfo.class.getResource("/" + known);
        String address = there.toExternalForm();
        try {
            return new URL(there, address.substring(0, address.length() - known.length()));
        } catch (MalformedURLException e) {
            throw new IllegalStateException("the root of an address is an address", e);
        }
    }

    @Override
    public String getPersistenceUnitName() {
        return NAME;
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProvider.class.getName();
    }

    @Override
    public String getScopeAnnotationName() {
        return null;
    }

    @Override
    public List<String> getQualifierAnnotationNames() {
        return List.of();
    }

    @Override
    @SuppressWarnings("removal") // the method of the interface returns the type that the same interface deprecates
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return pool;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return ROOT;
    }

    @Override
    public List<String> getManagedClassNames() {
        return ENTITIES;
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    /** Nothing is kept between transactions: another node may have changed it. */
    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.2";
    }

    @Override
    public ClassLoader getClassLoader() {
        return UnitInfo.class.getClassLoader();
    }

    /** No class is woven: entities hold no lazy reference, their parts are read by queries of their own. */
    @Override
    public void addTransformer(ClassTransformer transformer) {
        throw new UnsupportedOperationException("classes are not woven");
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return new ClassLoader(getClassLoader()) {};
    }
}
