package io.monthend.sample;

/** Chinese names in traditional characters: a family name and one or two characters more. */
final class Names {

  private static final int TOPIC = "name".hashCode();

  private static final String COMMON_FAMILIES = "陳林黃張李王吳劉蔡楊許鄭謝郭洪";
  private static final String OTHER_FAMILIES =
      "邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余趙盧梁顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬董溫唐藍石蔣田康鄒馮";
  private static final String[] LONG_FAMILIES = {"歐陽", "司徒", "司馬", "諸葛", "上官"};
  private static final String HERS = "怡雅淑惠美玲芳婷欣琳靜敏慧佩君雪瑜筠潔嘉穎詩涵蓉萱妤珊茹晴瑩";
  private static final String HIS = "偉志明建宏俊傑豪文彥家承翰威廷宇浩凱博銘軒冠霖育祥勇強國棟磊";
  private static final String ANYBODYS = "安華思寧晨佳然樂清曉心德永和平";

  private Names() {}

  static String of(Person person) {
    Dice dice = Dice.of(person.key(), TOPIC, 0);
    StringBuilder name = new StringBuilder(4);
    int family = dice.below(1000);
    if (family < 5) {
      name.append(LONG_FAMILIES[dice.below(LONG_FAMILIES.length)]);
    } else {
      name.append(any(dice, family < 600 ? COMMON_FAMILIES : OTHER_FAMILIES));
    }
    String given = person.isFemale() ? HERS : HIS;
    name.append(any(dice, dice.percent(25) ? ANYBODYS : given));
    if (dice.percent(93)) {
      name.append(any(dice, dice.percent(25) ? ANYBODYS : given));
    }
    return name.toString();
  }

  private static char any(Dice dice, String characters) {
    return characters.charAt(dice.below(characters.length()));
  }
}
