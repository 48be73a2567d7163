package comeback.render;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a sample customer and their shop are, and what things are called there. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are made by List.of.
enum SampleCountry {
    AMERICA(
            Locale.US,
            "America/Los_Angeles",
            "Ana",
            "+1 503 555 0134",
            List.of("Ana Moreno", "418 Larch Street, Apt 5", "Portland, OR 97201", "United States"),
            List.of("Alder & Pine Homeware", "27 Alder Lane, Portland, OR 97209, USA", ""),
            "UPS",
            List.of("Stoneware mug", "Lambswool scarf", "Oak desk lamp", "Canvas tote bag"),
            List.of("Sand", "Forest green", "Warm white", "Natural"),
            "Emma’s birthday",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mug"),
    KOREA(
            Locale.KOREA,
            "Asia/Seoul",
            "민지",
            "010-1234-5678",
            List.of("김민지", "서울특별시 성동구 성수이로 118, 1203호", "04781", "대한민국"),
            List.of("알더앤파인 주식회사", "서울특별시 성동구 서울숲길 27 알더앤파인", "대표 김알더 · 사업자등록번호 123-45-67890 · 통신판매업 2026-서울성동-0001"),
            "CJ대한통운",
            List.of("도자기 머그", "램스울 머플러", "참나무 탁상 조명", "캔버스 토트백"),
            List.of("샌드", "포레스트 그린", "전구색", "내추럴"),
            "지우 생일",
            "손으로빚어천천히구워낸도톰한흙빛도자기머그와받침그리고나무숟가락한벌선물세트"),
    TURKEY(
            Locale.of("tr", "TR"),
            "Europe/Istanbul",
            "Işıl İnci",
            "+90 555 010 20 30",
            List.of("Işıl İnci Öztürk", "Moda Caddesi 42/5", "34710 Kadıköy / İstanbul", "Türkiye"),
            List.of(
                    "Alder & Pine Ev Eşyaları Ticaret A.Ş.",
                    "Bağdat Caddesi 27, 34730 Kadıköy / İstanbul",
                    "MERSİS 0123456789012345 · Kadıköy V.D. 1234567890"),
            "Yurtiçi Kargo",
            List.of("Taş işi kupa", "Kuzu yünü atkı", "Meşe masa lambası", "Kanvas çanta"),
            List.of("Kum rengi", "Orman yeşili", "Sıcak beyaz", "Doğal"),
            "İnci’nin yaş günü",
            "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine işlenmiş kupa");

    final Locale locale;
    final ZoneId zone;
    final String firstName;
    final String phone;
    final List<String> address;
    final String legalName;
    final String shopAddress;
    final Optional<String> registration;
    final String carrier;
    final List<String> titles;
    final List<String> variants;
    final String day;
    final String longWord;

    SampleCountry(
            Locale locale,
            String zone,
            String firstName,
            String phone,
            List<String> address,
            List<String> shop,
            String carrier,
            List<String> titles,
            List<String> variants,
            String day,
            String longWord) {
        this.locale = locale;
        this.zone = ZoneId.of(zone);
        this.firstName = firstName;
        this.phone = phone;
        this.address = address;
        this.legalName = shop.get(0);
        this.shopAddress = shop.get(1);
        this.registration = Optional.of(shop.get(2)).filter(line -> !line.isEmpty());
        this.carrier = carrier;
        this.titles = titles;
        this.variants = variants;
        this.day = day;
        this.longWord = longWord;
    }

    static SampleCountry of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ko" -> KOREA;
            case "tr" -> TURKEY;
            default -> AMERICA;
        };
    }
}
