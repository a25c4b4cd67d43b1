package county

import (
	"fmt"
	"strings"
)

// syllable is a character of names with its reading.
type syllable struct{ han, latin string }

// syllables lists pairs of a character and its reading, among them rare ones that are found in names of counties.
func syllables(pairs string) []syllable {
	fields := strings.Fields(pairs)
	var out []syllable
	for i := 0; i+1 < len(fields); i += 2 {
		out = append(out, syllable{fields[i], fields[i+1]})
	}
	return out
}

func firsts() []syllable {
	return syllables(`郏 jia 浚 xun 郓 yun 鄄 juan 茌 chi 莘 shen 郯 tan 莒 ju 亳 bo 歙 she 黟 yi 婺 wu 鄱 po 珲 hun 邗 han
		睢 sui 柘 zhe 濉 sui 泗 si 砀 dang 颍 ying 濮 pu 鄢 yan 隰 xi 岢 ke 猗 yi 泾 jing 阆 lang 郫 pi 邛 qiong 犍 qian
		珙 gong 筠 jun 岷 min 宕 dang 崆 kong 勐 meng 漾 yang 耿 geng 安 an 平 ping 永 yong 清 qing 长 chang 新 xin
		东 dong 西 xi 南 nan 北 bei 龙 long 凤 feng 金 jin 玉 yu 云 yun 海 hai`)
}

func seconds() []syllable {
	return syllables(`阳 yang 城 cheng 山 shan 川 chuan 河 he 江 jiang 湖 hu 泉 quan 源 yuan 溪 xi 洲 zhou 岭 ling 峪 yu 沟 gou
		堡 bao 寨 zhai 镇 zhen 关 guan 口 kou 津 jin 浦 pu 港 gang 湾 wan 岛 dao 陵 ling 丘 qiu 原 yuan 坪 ping 坝 ba
		塬 yuan 埠 bu 圩 wei 垸 yuan 墅 shu 郡 jun 邑 yi 庄 zhuang 坊 fang 桥 qiao 塘 tang 潭 tan 滩 tan 渚 zhu 汀 ting
		沅 yuan 澧 li 沭 shu 沂 yi 洺 ming 涞 lai`)
}

// peoples name an autonomous county, which is what makes the longest names there are.
func peoples() []syllable {
	return syllables(`拉祜族 Lahu 佤族 Va 布朗族 Blang 傣族 Dai 仡佬族 Gelao 土家族 Tujia 保安族 Bonan 东乡族 Dongxiang
		撒拉族 Salar 达斡尔族 Daur 鄂温克族 Ewenki 毛南族 Maonan`)
}

// name is what a county is called: unlike that of any other of the first 20,000, and every tenth very long.
func name(i int) (han, latin string) {
	a, b := firsts(), seconds()
	first, second := a[i%len(a)], b[i/len(a)%len(b)]
	han, latin = first.han+second.han, title(first.latin+second.latin)
	if round := i / (len(a) * len(b)); round > 0 {
		third := b[(round-1)%len(b)]
		han, latin = han+third.han, latin+third.latin
	}
	if i%10 != 9 {
		return han + "县", latin + " County"
	}
	p := peoples()
	var hans, latins []string
	for k := range 4 {
		of := p[(i+k*3)%len(p)]
		hans, latins = append(hans, of.han), append(latins, of.latin)
	}
	return han + strings.Join(hans, "") + "自治县",
		fmt.Sprintf("%s %s and %s Autonomous County", latin, strings.Join(latins[:3], ", "), latins[3])
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// Code is the code of a county, which is the name of its folder.
func Code(i int) string { return fmt.Sprintf("county-%05d", i) }
