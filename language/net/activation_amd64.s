#include "textflag.h"

// The constants of Exp in activation.go.
DATA consts<>+0(SB)/4, $0x3fb8aa3b // log2e
DATA consts<>+4(SB)/4, $0x3f318000 // ln2hi
DATA consts<>+8(SB)/4, $0xb95e8083 // ln2lo
DATA consts<>+12(SB)/4, $0x39506967 // p0
DATA consts<>+16(SB)/4, $0x3ab743ce // p1
DATA consts<>+20(SB)/4, $0x3c088908 // p2
DATA consts<>+24(SB)/4, $0x3d2aa9c1 // p3
DATA consts<>+28(SB)/4, $0x3e2aaaaa // p4
DATA consts<>+32(SB)/4, $0x3f000000 // p5
DATA consts<>+36(SB)/4, $0x3f800000 // one
DATA consts<>+40(SB)/4, $0x3f000000 // half
DATA consts<>+44(SB)/4, $0x42a00000 // high
DATA consts<>+48(SB)/4, $0xc2a00000 // low
DATA consts<>+52(SB)/4, $0x40000000 // two
DATA consts<>+56(SB)/4, $0x80000000 // sign
DATA consts<>+60(SB)/4, $127 // exponent of 1
GLOBL consts<>(SB), RODATA|NOPTR, $64

// EXP computes Y0 = e to the Y0 by the steps of Exp, rounding after each. Y15 to Y7
// hold constants, see LOAD; Y1 to Y5 are scratch.
#define EXP \
	VCMPPS $1, Y9, Y0, Y5 \
	VMINPS Y10, Y0, Y0 \
	VMULPS Y15, Y0, Y1 \
	VANDPS Y11, Y1, Y2 \
	VORPS Y12, Y2, Y2 \
	VADDPS Y2, Y1, Y1 \
	VCVTTPS2DQ Y1, Y1 \
	VCVTDQ2PS Y1, Y2 \
	VMULPS Y14, Y2, Y3 \
	VSUBPS Y3, Y0, Y0 \
	VMULPS Y13, Y2, Y3 \
	VSUBPS Y3, Y0, Y0 \
	VBROADCASTSS consts<>+12(SB), Y2 \
	VMULPS Y0, Y2, Y2 \
	VBROADCASTSS consts<>+16(SB), Y3 \
	VADDPS Y3, Y2, Y2 \
	VMULPS Y0, Y2, Y2 \
	VBROADCASTSS consts<>+20(SB), Y3 \
	VADDPS Y3, Y2, Y2 \
	VMULPS Y0, Y2, Y2 \
	VBROADCASTSS consts<>+24(SB), Y3 \
	VADDPS Y3, Y2, Y2 \
	VMULPS Y0, Y2, Y2 \
	VBROADCASTSS consts<>+28(SB), Y3 \
	VADDPS Y3, Y2, Y2 \
	VMULPS Y0, Y2, Y2 \
	VBROADCASTSS consts<>+32(SB), Y3 \
	VADDPS Y3, Y2, Y2 \
	VMULPS Y0, Y0, Y3 \
	VMULPS Y3, Y2, Y2 \
	VADDPS Y0, Y2, Y2 \
	VADDPS Y8, Y2, Y2 \
	VPADDD Y7, Y1, Y1 \
	VPSLLD $23, Y1, Y1 \
	VMULPS Y1, Y2, Y0 \
	VANDNPS Y0, Y5, Y0

#define LOAD \
	VBROADCASTSS consts<>+0(SB), Y15 \
	VBROADCASTSS consts<>+4(SB), Y14 \
	VBROADCASTSS consts<>+8(SB), Y13 \
	VBROADCASTSS consts<>+40(SB), Y12 \
	VBROADCASTSS consts<>+56(SB), Y11 \
	VBROADCASTSS consts<>+44(SB), Y10 \
	VBROADCASTSS consts<>+48(SB), Y9 \
	VBROADCASTSS consts<>+36(SB), Y8 \
	VBROADCASTSS consts<>+60(SB), Y7

// func sigmoidsAVX2(x *float32, n int)
TEXT ·sigmoidsAVX2(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	LOAD
sigmoid:
	VXORPS (DI), Y11, Y0   // -x
	EXP
	VADDPS Y0, Y8, Y0
	VDIVPS Y0, Y8, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  sigmoid
	VZEROUPPER
	RET

// func tanhsAVX2(x *float32, n int)
TEXT ·tanhsAVX2(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	LOAD
	VBROADCASTSS consts<>+52(SB), Y6
tanh:
	VMULPS (DI), Y6, Y0
	EXP
	VADDPS Y0, Y8, Y0
	VDIVPS Y0, Y6, Y0
	VSUBPS Y0, Y8, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  tanh
	VZEROUPPER
	RET

// EXP512 is EXP in 32 lanes, side by side: X is X0 and X1, which
// come out as e to the power of what they were; K0, K1 and the rest are scratch.
#define EXP512(X0, T0, U0, V0, K0, X1, T1, U1, V1, K1) \
	VCMPPS $5, Z22, X0, K0 \
	VCMPPS $5, Z22, X1, K1 \
	VMINPS Z21, X0, X0 \
	VMINPS Z21, X1, X1 \
	VMULPS Z16, X0, T0 \
	VMULPS Z16, X1, T1 \
	VPANDD Z20, T0, U0 \
	VPANDD Z20, T1, U1 \
	VPORD Z19, U0, U0 \
	VPORD Z19, U1, U1 \
	VADDPS U0, T0, T0 \
	VADDPS U1, T1, T1 \
	VCVTTPS2DQ T0, T0 \
	VCVTTPS2DQ T1, T1 \
	VCVTDQ2PS T0, U0 \
	VCVTDQ2PS T1, U1 \
	VMULPS Z17, U0, V0 \
	VMULPS Z17, U1, V1 \
	VSUBPS V0, X0, X0 \
	VSUBPS V1, X1, X1 \
	VMULPS Z18, U0, V0 \
	VMULPS Z18, U1, V1 \
	VSUBPS V0, X0, X0 \
	VSUBPS V1, X1, X1 \
	VMULPS Z25, X0, U0 \
	VMULPS Z25, X1, U1 \
	VADDPS Z26, U0, U0 \
	VADDPS Z26, U1, U1 \
	VMULPS X0, U0, U0 \
	VMULPS X1, U1, U1 \
	VADDPS Z27, U0, U0 \
	VADDPS Z27, U1, U1 \
	VMULPS X0, U0, U0 \
	VMULPS X1, U1, U1 \
	VADDPS Z28, U0, U0 \
	VADDPS Z28, U1, U1 \
	VMULPS X0, U0, U0 \
	VMULPS X1, U1, U1 \
	VADDPS Z29, U0, U0 \
	VADDPS Z29, U1, U1 \
	VMULPS X0, U0, U0 \
	VMULPS X1, U1, U1 \
	VADDPS Z30, U0, U0 \
	VADDPS Z30, U1, U1 \
	VMULPS X0, X0, V0 \
	VMULPS X1, X1, V1 \
	VMULPS V0, U0, U0 \
	VMULPS V1, U1, U1 \
	VADDPS X0, U0, U0 \
	VADDPS X1, U1, U1 \
	VADDPS Z23, U0, U0 \
	VADDPS Z23, U1, U1 \
	VPADDD Z24, T0, T0 \
	VPADDD Z24, T1, T1 \
	VPSLLD $23, T0, T0 \
	VPSLLD $23, T1, T1 \
	VMULPS.Z T0, U0, K0, X0 \
	VMULPS.Z T1, U1, K1, X1

#define LOAD512 \
	VBROADCASTSS consts<>+0(SB), Z16 \
	VBROADCASTSS consts<>+4(SB), Z17 \
	VBROADCASTSS consts<>+8(SB), Z18 \
	VBROADCASTSS consts<>+40(SB), Z19 \
	VBROADCASTSS consts<>+56(SB), Z20 \
	VBROADCASTSS consts<>+44(SB), Z21 \
	VBROADCASTSS consts<>+48(SB), Z22 \
	VBROADCASTSS consts<>+36(SB), Z23 \
	VBROADCASTSS consts<>+60(SB), Z24 \
	VBROADCASTSS consts<>+12(SB), Z25 \
	VBROADCASTSS consts<>+16(SB), Z26 \
	VBROADCASTSS consts<>+20(SB), Z27 \
	VBROADCASTSS consts<>+24(SB), Z28 \
	VBROADCASTSS consts<>+28(SB), Z29 \
	VBROADCASTSS consts<>+32(SB), Z30

// func sigmoidsAVX512(x *float32, n int)
// n is a multiple of 32.
TEXT ·sigmoidsAVX512(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	LOAD512
sigmoid:
	VPXORD (DI), Z20, Z0   // -x
	VPXORD 64(DI), Z20, Z4
	EXP512(Z0, Z1, Z2, Z3, K1, Z4, Z5, Z6, Z7, K2)
	VADDPS Z0, Z23, Z0
	VADDPS Z4, Z23, Z4
	VDIVPS Z0, Z23, Z0
	VDIVPS Z4, Z23, Z4
	VMOVUPS Z0, (DI)
	VMOVUPS Z4, 64(DI)
	ADDQ $128, DI
	SUBQ $32, CX
	JNZ  sigmoid
	VZEROUPPER
	RET

// func tanhsAVX512(x *float32, n int)
// n is a multiple of 32.
TEXT ·tanhsAVX512(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	LOAD512
	VADDPS Z23, Z23, Z31   // two
tanh:
	VMULPS (DI), Z31, Z0
	VMULPS 64(DI), Z31, Z4
	EXP512(Z0, Z1, Z2, Z3, K1, Z4, Z5, Z6, Z7, K2)
	VADDPS Z0, Z23, Z0
	VADDPS Z4, Z23, Z4
	VDIVPS Z0, Z31, Z0
	VDIVPS Z4, Z31, Z4
	VSUBPS Z0, Z23, Z0
	VSUBPS Z4, Z23, Z4
	VMOVUPS Z0, (DI)
	VMOVUPS Z4, 64(DI)
	ADDQ $128, DI
	SUBQ $32, CX
	JNZ  tanh
	VZEROUPPER
	RET

// func expsAVX2(x *float32, n int)
TEXT ·expsAVX2(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	LOAD
exp:
	VMOVUPS (DI), Y0
	EXP
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  exp
	VZEROUPPER
	RET

// func cellsAVX2(c, in, cand, forget, before *float32, n int)
// c = in*cand + forget*before, each product rounded before the sum.
TEXT ·cellsAVX2(SB), NOSPLIT, $0-48
	MOVQ c+0(FP), DI
	MOVQ in+8(FP), SI
	MOVQ cand+16(FP), DX
	MOVQ forget+24(FP), R8
	MOVQ before+32(FP), R9
	MOVQ n+40(FP), CX
	XORQ AX, AX
cell:
	VMOVUPS (SI)(AX*4), Y0
	VMULPS (DX)(AX*4), Y0, Y0
	VMOVUPS (R8)(AX*4), Y1
	VMULPS (R9)(AX*4), Y1, Y1
	VADDPS Y1, Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ $8, AX
	CMPQ AX, CX
	JLT  cell
	VZEROUPPER
	RET

// func timesAVX2(y, x *float32, n int)
// y is multiplied by x.
TEXT ·timesAVX2(SB), NOSPLIT, $0-24
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX
	XORQ AX, AX
times:
	VMOVUPS (DI)(AX*4), Y0
	VMULPS (SI)(AX*4), Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ $8, AX
	CMPQ AX, CX
	JLT  times
	VZEROUPPER
	RET

// func positivesAVX2(x *float32, n int)
// Numbers below zero become zero.
TEXT ·positivesAVX2(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), DI
	MOVQ n+8(FP), CX
	VXORPS Y1, Y1, Y1
	XORQ AX, AX
positive:
	VMOVUPS (DI)(AX*4), Y0
	VMAXPS Y0, Y1, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ $8, AX
	CMPQ AX, CX
	JLT  positive
	VZEROUPPER
	RET
