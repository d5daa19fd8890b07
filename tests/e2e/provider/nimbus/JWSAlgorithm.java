package com.nimbusds.jose;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;

/** The two algorithms that FranceConnect signs with. In the library this is a name; here it also verifies. */
public final class JWSAlgorithm {
    public static final JWSAlgorithm RS256 = new JWSAlgorithm("RS256", "RSA", "SHA256withRSA");
    public static final JWSAlgorithm ES256 = new JWSAlgorithm("ES256", "EC", "SHA256withECDSAinP1363Format");

    private final String name;
    private final String keyType;
    private final String signature;

    private JWSAlgorithm(String name, String keyType, String signature) {
        this.name = name;
        this.keyType = keyType;
        this.signature = signature;
    }

    public String getName() {
        return name;
    }

    /** @param key a JSON Web Key; one without `use` or `alg` is for any */
    public boolean takes(Map<String, Object> key) {
        return keyType.equals(key.get("kty"))
            && "sig".equals(key.getOrDefault("use", "sig"))
            && name.equals(key.getOrDefault("alg", name));
    }

    public boolean verifies(Map<String, Object> key, byte[] message, byte[] signed) throws JOSEException {
        try {
            Signature verifier = Signature.getInstance(signature);
            verifier.initVerify(publicKey(key));
            verifier.update(message);
            return verifier.verify(signed);
        } catch (java.security.SignatureException error) {
            return false; // not of the length that this key makes
        } catch (GeneralSecurityException | RuntimeException error) {
            throw new JOSEException("this key cannot be used", error);
        }
    }

    private PublicKey publicKey(Map<String, Object> key) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(keyType);
        if (this == RS256) {
            return factory.generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
        }
        if (!"P-256".equals(key.get("crv"))) {
            throw new GeneralSecurityException("ES256 is of the curve P-256");
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
        return factory.generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(Map<String, Object> key, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode((String) key.get(member)));
    }
}
