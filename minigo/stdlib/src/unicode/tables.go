package unicode

// table builds the table that T, a RangeTable, is to hold; names tells which there are of a kind.
func table[T any](kind, name string) *T
func names(kind string) []string

// aliases returns long names of categories and the short ones by turns.
func aliases() []string

// cases returns a list of case ranges, five numbers each.
func cases(name string) []int32

// The maps are filled as the tables are made.
var (
	Categories = map[string]*RangeTable{}
	Scripts    = map[string]*RangeTable{}
	Properties = map[string]*RangeTable{}

	CategoryAliases = aliasMap()

	FoldCategory = all("foldCategories")
	FoldScript   = all("foldScripts")

	CaseRanges              = caseRanges("cases")
	TurkishCase SpecialCase = caseRanges("turkish")
	AzeriCase   SpecialCase = TurkishCase
)

var (
	// GraphicRanges and PrintRanges are what IsGraphic and IsPrint look at.
	GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}
	PrintRanges   = []*RangeTable{L, M, N, P, S}
)

func init() { Properties["STerm"] = STerm }

func category(name string) *RangeTable {
	t := table[RangeTable]("categories", name)
	Categories[name] = t
	return t
}

func script(name string) *RangeTable {
	t := table[RangeTable]("scripts", name)
	Scripts[name] = t
	return t
}

func property(name string) *RangeTable {
	t := table[RangeTable]("properties", name)
	Properties[name] = t
	return t
}

func all(kind string) map[string]*RangeTable {
	tables := map[string]*RangeTable{}
	for _, name := range names(kind) {
		tables[name] = table[RangeTable](kind, name)
	}
	return tables
}

func aliasMap() map[string]string {
	m := map[string]string{}
	list := aliases()
	for i := 0; i < len(list); i += 2 {
		m[list[i]] = list[i+1]
	}
	return m
}

func caseRanges(name string) []CaseRange {
	numbers := cases(name)
	ranges := make([]CaseRange, 0, len(numbers)/5)
	for i := 0; i < len(numbers); i += 5 {
		c := CaseRange{Lo: uint32(numbers[i]), Hi: uint32(numbers[i+1])}
		copy(c.Delta[:], numbers[i+2:])
		ranges = append(ranges, c)
	}
	return ranges
}

// Categories, by short and by long name.
var (
	C      = category("C")
	Cc     = category("Cc")
	Cf     = category("Cf")
	Cn     = category("Cn")
	Co     = category("Co")
	Cs     = category("Cs")
	L      = category("L")
	LC     = category("LC")
	Ll     = category("Ll")
	Lm     = category("Lm")
	Lo     = category("Lo")
	Lt     = category("Lt")
	Lu     = category("Lu")
	M      = category("M")
	Mc     = category("Mc")
	Me     = category("Me")
	Mn     = category("Mn")
	N      = category("N")
	Nd     = category("Nd")
	Nl     = category("Nl")
	No     = category("No")
	P      = category("P")
	Pc     = category("Pc")
	Pd     = category("Pd")
	Pe     = category("Pe")
	Pf     = category("Pf")
	Pi     = category("Pi")
	Po     = category("Po")
	Ps     = category("Ps")
	S      = category("S")
	Sc     = category("Sc")
	Sk     = category("Sk")
	Sm     = category("Sm")
	So     = category("So")
	Z      = category("Z")
	Zl     = category("Zl")
	Zp     = category("Zp")
	Zs     = category("Zs")
	Digit  = Nd
	Letter = L
	Lower  = Ll
	Mark   = M
	Number = N
	Other  = C
	Punct  = P
	Space  = Z
	Symbol = S
	Title  = Lt
	Upper  = Lu
)

// Scripts.
var (
	Adlam                  = script("Adlam")
	Ahom                   = script("Ahom")
	Anatolian_Hieroglyphs  = script("Anatolian_Hieroglyphs")
	Arabic                 = script("Arabic")
	Armenian               = script("Armenian")
	Avestan                = script("Avestan")
	Balinese               = script("Balinese")
	Bamum                  = script("Bamum")
	Bassa_Vah              = script("Bassa_Vah")
	Batak                  = script("Batak")
	Bengali                = script("Bengali")
	Beria_Erfe             = script("Beria_Erfe")
	Bhaiksuki              = script("Bhaiksuki")
	Bopomofo               = script("Bopomofo")
	Brahmi                 = script("Brahmi")
	Braille                = script("Braille")
	Buginese               = script("Buginese")
	Buhid                  = script("Buhid")
	Canadian_Aboriginal    = script("Canadian_Aboriginal")
	Carian                 = script("Carian")
	Caucasian_Albanian     = script("Caucasian_Albanian")
	Chakma                 = script("Chakma")
	Cham                   = script("Cham")
	Cherokee               = script("Cherokee")
	Chorasmian             = script("Chorasmian")
	Common                 = script("Common")
	Coptic                 = script("Coptic")
	Cuneiform              = script("Cuneiform")
	Cypriot                = script("Cypriot")
	Cypro_Minoan           = script("Cypro_Minoan")
	Cyrillic               = script("Cyrillic")
	Deseret                = script("Deseret")
	Devanagari             = script("Devanagari")
	Dives_Akuru            = script("Dives_Akuru")
	Dogra                  = script("Dogra")
	Duployan               = script("Duployan")
	Egyptian_Hieroglyphs   = script("Egyptian_Hieroglyphs")
	Elbasan                = script("Elbasan")
	Elymaic                = script("Elymaic")
	Ethiopic               = script("Ethiopic")
	Garay                  = script("Garay")
	Georgian               = script("Georgian")
	Glagolitic             = script("Glagolitic")
	Gothic                 = script("Gothic")
	Grantha                = script("Grantha")
	Greek                  = script("Greek")
	Gujarati               = script("Gujarati")
	Gunjala_Gondi          = script("Gunjala_Gondi")
	Gurmukhi               = script("Gurmukhi")
	Gurung_Khema           = script("Gurung_Khema")
	Han                    = script("Han")
	Hangul                 = script("Hangul")
	Hanifi_Rohingya        = script("Hanifi_Rohingya")
	Hanunoo                = script("Hanunoo")
	Hatran                 = script("Hatran")
	Hebrew                 = script("Hebrew")
	Hiragana               = script("Hiragana")
	Imperial_Aramaic       = script("Imperial_Aramaic")
	Inherited              = script("Inherited")
	Inscriptional_Pahlavi  = script("Inscriptional_Pahlavi")
	Inscriptional_Parthian = script("Inscriptional_Parthian")
	Javanese               = script("Javanese")
	Kaithi                 = script("Kaithi")
	Kannada                = script("Kannada")
	Katakana               = script("Katakana")
	Kawi                   = script("Kawi")
	Kayah_Li               = script("Kayah_Li")
	Kharoshthi             = script("Kharoshthi")
	Khitan_Small_Script    = script("Khitan_Small_Script")
	Khmer                  = script("Khmer")
	Khojki                 = script("Khojki")
	Khudawadi              = script("Khudawadi")
	Kirat_Rai              = script("Kirat_Rai")
	Lao                    = script("Lao")
	Latin                  = script("Latin")
	Lepcha                 = script("Lepcha")
	Limbu                  = script("Limbu")
	Linear_A               = script("Linear_A")
	Linear_B               = script("Linear_B")
	Lisu                   = script("Lisu")
	Lycian                 = script("Lycian")
	Lydian                 = script("Lydian")
	Mahajani               = script("Mahajani")
	Makasar                = script("Makasar")
	Malayalam              = script("Malayalam")
	Mandaic                = script("Mandaic")
	Manichaean             = script("Manichaean")
	Marchen                = script("Marchen")
	Masaram_Gondi          = script("Masaram_Gondi")
	Medefaidrin            = script("Medefaidrin")
	Meetei_Mayek           = script("Meetei_Mayek")
	Mende_Kikakui          = script("Mende_Kikakui")
	Meroitic_Cursive       = script("Meroitic_Cursive")
	Meroitic_Hieroglyphs   = script("Meroitic_Hieroglyphs")
	Miao                   = script("Miao")
	Modi                   = script("Modi")
	Mongolian              = script("Mongolian")
	Mro                    = script("Mro")
	Multani                = script("Multani")
	Myanmar                = script("Myanmar")
	Nabataean              = script("Nabataean")
	Nag_Mundari            = script("Nag_Mundari")
	Nandinagari            = script("Nandinagari")
	New_Tai_Lue            = script("New_Tai_Lue")
	Newa                   = script("Newa")
	Nko                    = script("Nko")
	Nushu                  = script("Nushu")
	Nyiakeng_Puachue_Hmong = script("Nyiakeng_Puachue_Hmong")
	Ogham                  = script("Ogham")
	Ol_Chiki               = script("Ol_Chiki")
	Ol_Onal                = script("Ol_Onal")
	Old_Hungarian          = script("Old_Hungarian")
	Old_Italic             = script("Old_Italic")
	Old_North_Arabian      = script("Old_North_Arabian")
	Old_Permic             = script("Old_Permic")
	Old_Persian            = script("Old_Persian")
	Old_Sogdian            = script("Old_Sogdian")
	Old_South_Arabian      = script("Old_South_Arabian")
	Old_Turkic             = script("Old_Turkic")
	Old_Uyghur             = script("Old_Uyghur")
	Oriya                  = script("Oriya")
	Osage                  = script("Osage")
	Osmanya                = script("Osmanya")
	Pahawh_Hmong           = script("Pahawh_Hmong")
	Palmyrene              = script("Palmyrene")
	Pau_Cin_Hau            = script("Pau_Cin_Hau")
	Phags_Pa               = script("Phags_Pa")
	Phoenician             = script("Phoenician")
	Psalter_Pahlavi        = script("Psalter_Pahlavi")
	Rejang                 = script("Rejang")
	Runic                  = script("Runic")
	Samaritan              = script("Samaritan")
	Saurashtra             = script("Saurashtra")
	Sharada                = script("Sharada")
	Shavian                = script("Shavian")
	Siddham                = script("Siddham")
	Sidetic                = script("Sidetic")
	SignWriting            = script("SignWriting")
	Sinhala                = script("Sinhala")
	Sogdian                = script("Sogdian")
	Sora_Sompeng           = script("Sora_Sompeng")
	Soyombo                = script("Soyombo")
	Sundanese              = script("Sundanese")
	Sunuwar                = script("Sunuwar")
	Syloti_Nagri           = script("Syloti_Nagri")
	Syriac                 = script("Syriac")
	Tagalog                = script("Tagalog")
	Tagbanwa               = script("Tagbanwa")
	Tai_Le                 = script("Tai_Le")
	Tai_Tham               = script("Tai_Tham")
	Tai_Viet               = script("Tai_Viet")
	Tai_Yo                 = script("Tai_Yo")
	Takri                  = script("Takri")
	Tamil                  = script("Tamil")
	Tangsa                 = script("Tangsa")
	Tangut                 = script("Tangut")
	Telugu                 = script("Telugu")
	Thaana                 = script("Thaana")
	Thai                   = script("Thai")
	Tibetan                = script("Tibetan")
	Tifinagh               = script("Tifinagh")
	Tirhuta                = script("Tirhuta")
	Todhri                 = script("Todhri")
	Tolong_Siki            = script("Tolong_Siki")
	Toto                   = script("Toto")
	Tulu_Tigalari          = script("Tulu_Tigalari")
	Ugaritic               = script("Ugaritic")
	Vai                    = script("Vai")
	Vithkuqi               = script("Vithkuqi")
	Wancho                 = script("Wancho")
	Warang_Citi            = script("Warang_Citi")
	Yezidi                 = script("Yezidi")
	Yi                     = script("Yi")
	Zanabazar_Square       = script("Zanabazar_Square")
)

// Properties.
var (
	ASCII_Hex_Digit                    = property("ASCII_Hex_Digit")
	Bidi_Control                       = property("Bidi_Control")
	Dash                               = property("Dash")
	Deprecated                         = property("Deprecated")
	Diacritic                          = property("Diacritic")
	Extender                           = property("Extender")
	Hex_Digit                          = property("Hex_Digit")
	Hyphen                             = property("Hyphen")
	IDS_Binary_Operator                = property("IDS_Binary_Operator")
	IDS_Trinary_Operator               = property("IDS_Trinary_Operator")
	IDS_Unary_Operator                 = property("IDS_Unary_Operator")
	ID_Compat_Math_Continue            = property("ID_Compat_Math_Continue")
	ID_Compat_Math_Start               = property("ID_Compat_Math_Start")
	Ideographic                        = property("Ideographic")
	Join_Control                       = property("Join_Control")
	Logical_Order_Exception            = property("Logical_Order_Exception")
	Modifier_Combining_Mark            = property("Modifier_Combining_Mark")
	Noncharacter_Code_Point            = property("Noncharacter_Code_Point")
	Other_Alphabetic                   = property("Other_Alphabetic")
	Other_Default_Ignorable_Code_Point = property("Other_Default_Ignorable_Code_Point")
	Other_Grapheme_Extend              = property("Other_Grapheme_Extend")
	Other_ID_Continue                  = property("Other_ID_Continue")
	Other_ID_Start                     = property("Other_ID_Start")
	Other_Lowercase                    = property("Other_Lowercase")
	Other_Math                         = property("Other_Math")
	Other_Uppercase                    = property("Other_Uppercase")
	Pattern_Syntax                     = property("Pattern_Syntax")
	Pattern_White_Space                = property("Pattern_White_Space")
	Prepended_Concatenation_Mark       = property("Prepended_Concatenation_Mark")
	Quotation_Mark                     = property("Quotation_Mark")
	Radical                            = property("Radical")
	Regional_Indicator                 = property("Regional_Indicator")
	Sentence_Terminal                  = property("Sentence_Terminal")
	Soft_Dotted                        = property("Soft_Dotted")
	Terminal_Punctuation               = property("Terminal_Punctuation")
	Unified_Ideograph                  = property("Unified_Ideograph")
	Variation_Selector                 = property("Variation_Selector")
	White_Space                        = property("White_Space")
	STerm                              = Sentence_Terminal
)
