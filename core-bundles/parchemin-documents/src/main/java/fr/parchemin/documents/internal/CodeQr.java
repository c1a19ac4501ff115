package fr.parchemin.documents.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The QR code that leads to the page of verification, as an image that stands in the XHTML itself. */
final class CodeQr {

    private static final int POINTS_PAR_MODULE = 8;

    private CodeQr() {}

    /** Error correction M: a fold or a stain does not stop it, and the modules stay large enough for a poor camera. */
    static String dataUri(String adresse) {
        BitMatrix modules;
        try {
            modules = new QRCodeWriter()
                    .encode(
                            adresse,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    StandardCharsets.UTF_8.name(),
                                    EncodeHintType.MARGIN,
                                    2));
        } catch (WriterException e) {
            throw new IllegalArgumentException("address does not fit in a QR code: " + adresse, e);
        }
        int cote = modules.getWidth() * POINTS_PAR_MODULE;
        BufferedImage image = new BufferedImage(cote, cote, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < cote; y++) {
            for (int x = 0; x < cote; x++) {
                boolean noir = modules.get(x / POINTS_PAR_MODULE, y / POINTS_PAR_MODULE);
                image.setRGB(x, y, noir ? 0xff000000 : 0xffffffff);
            }
        }
        return Image.png(image);
    }
}
