package check

import (
	"math/big"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

func rateAgainstCount(in *inspection) {
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || ind.RateOf == "" || !f.Is(stat.Ratio) || !precise(f) || f.Quantity.Unit != stat.PercentUnit {
			continue
		}
		done := in.levelBeside(f, ind.RateOf, f.Period)
		if !precise(done) || done.Quantity.Mult > done.Quantity.Decimals() || planExists(done.Quantity, f.Quantity) {
			continue
		}
		in.findOn(say("{0}: {1}; {2}: {3}. Together they imply a plan of {4}, and no whole number fits. Check both figures against the source."),
			[]any{in.name(done), done.Quantity, in.name(f), f.Quantity, impliedPlan(done.Quantity, f.Quantity)}, f, done)
	}
}

// planExists reports whether some whole number N gives 100 × done ÷ N as the printed rate. Offices round and
// truncate alike, so the true rate lies in [rate − half a place, rate + one place).
func planExists(done, rate stat.Quantity) bool {
	half := rate.HalfUnit().Rat()
	low := new(big.Rat).Sub(rate.Rat(), half)
	high := new(big.Rat).Add(rate.Rat(), new(big.Rat).Add(half, half))
	hundredfold := new(big.Rat).Mul(done.Rat(), big.NewRat(100, 1))
	if low.Sign() <= 0 {
		return true // a plan large enough makes any number done round to nothing
	}
	most := new(big.Rat).Quo(hundredfold, low)
	n := new(big.Int).Quo(most.Num(), most.Denom())
	return n.Sign() > 0 && new(big.Rat).SetInt(n).Cmp(new(big.Rat).Quo(hundredfold, high)) > 0
}

func impliedPlan(done, rate stat.Quantity) decimal.Decimal {
	return done.Base().Shift(2).DivRound(rate.Base(), 2)
}
